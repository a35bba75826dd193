import { root, type Refused } from './program.ts';

/** A card as it should not be written, and what the compiler has to say to it. */
const wrong: [what: string, part: string, says: RegExp][] = [
  [
    'offers an act of which nobody has said what is shown once it is done',
    `export const button = execute('x', 'closeVote', { voteId: 'x' });`,
    /"closeVote"/,
  ],
  [
    'has a field to write in of which nobody has said whether it is given back',
    `export const field = textInput({ id: 'reason', label: 'x', maxLength: 9 });`,
    /"reason"/,
  ],
  [
    'leads back to what has no card',
    `export const back: Refused['back'] = { kind: 'meeting', id: 'x' };`,
    /"meeting"/,
  ],
];
const right: [what: string, part: string][] = [
  [
    'offers an act that says so',
    `export const button = execute('x', 'castBallot', { voteId: 'x' });
     export const field = textInput({ id: 'statement', label: 'x', maxLength: 9 });
     export const back: Refused['back'] = { kind: 'vote', id: 'x' };`,
  ],
];

const program = (part: string): string => `
import { execute } from '${root}/bot/cards/frame/actions.ts';
import { textInput } from '${root}/bot/cards/frame/inputs.ts';
import type { Refused } from '${root}/bot/cards/index.ts';
export type { Refused };
export const all = { execute, textInput };
${part}
`;

export const cards: Refused = { about: 'of a card, that it', wrong, right, program };
