import { root, type Refused } from './program.ts';

/** What an act might write by mistake, and what the compiler has to say to it. */
const wrong: [what: string, statement: string, says: RegExp][] = [
  ['an event that is on no list', `call.record('x', 'ballotGuessed', { voteId: 'x' })`, /ballotGuessed/],
  ['a name that is put together', `call.record('x', String('ballotCast'), { voteId: 'x' })`, /string/],
  ['a field too few', `call.record('x', 'groupFormed', {})`, /revisionId/],
  ['a field too many', `call.record('x', 'groupFormed', { revisionId: 'x', by: 'x' })`, /never/],
  [
    'a field too many that came along with others',
    `call.record('x', 'groupFormed', { ...{ revisionId: 'x', by: 'x' } })`,
    /never/,
  ],
  ['a field of another kind', `call.record('x', 'groupFormed', { revisionId: new Date() })`, /Date/],
  [
    'a rehearsal’s ballot',
    `call.record('x', 'ballotCast', { ...ballot, rehearsal: true as boolean })`,
    /boolean/,
  ],
  [
    'a sentence there is not',
    `const key: Key = event<object>()('event.no', 'members', 'never', 'nothing').says`,
    /event\.no/,
  ],
  [
    'a seal that nothing in the event could open',
    `event<{ hearingId: string }>()('event.x', 'members', 'ballot', 'nothing')`,
    /ballot/,
  ],
];
const right: [what: string, statement: string][] = [
  ['an event as its list has it', `call.record('x', 'groupFormed', { revisionId: 'x' })`],
  ['a ballot', `call.record('x', 'ballotCast', { ...ballot, rehearsal: false })`],
  [
    'a sentence there is',
    `const key: Key = event<object>()('event.groupFormed', 'members', 'never', 'nothing').says`,
  ],
];

const imports = `
import type { Call } from '${root}/bot/acts/frame/act.ts';
import type { Key } from '${root}/bot/i18n/index.ts';
import { event } from '${root}/bot/process/frame/event.ts';
declare const call: Call<unknown>;
const ids = { voteId: 'x', organisationId: 'x', statement: null };
const ballot = { ...ids, choice: 'for', means: 'tab', caster: 'deputy' } as const;
export {};
`;

export const events: Refused = {
  about: 'in what an act says to the trail or a list says of an event',
  wrong,
  right,
  program: (statement) => `${imports}${statement};\n`,
};
