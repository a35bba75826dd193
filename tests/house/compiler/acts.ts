import { root, type Refused } from './program.ts';

/** An act as it should not be written, and what the compiler has to say to it. */
const wrong: [what: string, hooks: string, says: RegExp][] = [
  ['loads by what is filled in', `load: async ({ form }) => form,`, /'form'/],
  ['opens its gate by what is filled in', `open: (_, asking) => (asking.form ? no : null),`, /'form'/],
  [
    'loads by what is filled in, and says itself that it may',
    `load: async (call: Call<{ hearingId: string }, { text: string }>) => call.form,`,
    /\bform\b/,
  ],
  [
    'opens its gate by what is filled in, and says itself that it may',
    `open: (_, call: Call) => (call.form ? no : null),`,
    /\bform\b/,
  ],
  ['asks whether it is only asked', `load: async ({ probe }) => probe,`, /'probe'/],
  ['records while it loads', `load: async ({ record }) => record,`, /'record'/],
  [
    'counts on a choice that may not be made yet',
    `open: (_, { about }) => (about.kind.length ? no : null),`,
    /undefined/,
  ],
  [
    'has one name for what it is about and for what is filled in',
    `form: { hearingId: words(9) },`,
    /undefined/,
  ],
  ['may be asked for without what it is not about', `later: ['text'],`, /"text"/],
];
const right: [what: string, hooks: string][] = [
  ['loads by what it is about', `load: async ({ about }) => about.hearingId.length,`],
  ['opens its gate by a choice that may be made', `open: (_, { about }) => (about.kind ? no : null),`],
  [
    'decides by all of it, and by the rows that the form names',
    `form: { text: words(9) },
     load: async () => ({ all: 1 }),
     read: async (_, { form }) => ({ found: form.text }),
     decide: ({ all, found }, { about, form }) => (about.kind === form.text && found.length === all ? no : null),`,
  ],
];

const program = (hooks: string): string => `
import { act, type Call } from '${root}/bot/acts/frame/act.ts';
import { id, words } from '${root}/bot/acts/frame/input.ts';
import { refuse } from '${root}/bot/process/frame/refusals.ts';
import { anyone } from '${root}/bot/process/frame/roles.ts';
export const no = refuse('notFound');
export type Performed = Call;
export const one = act({
  name: 'x',
  may: anyone,
  about: { hearingId: id, kind: words(9) },
  ${hooks.includes('later:') ? '' : `later: ['kind'],`}
  ${hooks}
  apply: async () => ({}),
});
`;

export const acts: Refused = { about: 'of an act, that it', wrong, right, program: program };
