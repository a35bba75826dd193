import { root, type Refused } from './program.ts';

/** What the tab might ask by mistake, and what the compiler has to say to it. */
const wrong: [what: string, statement: string, says: RegExp][] = [
  ['an act that there is not', `usePress('castBalot')`, /castBalot/],
  ['a field that an act does not take', `press({ voteId: 'x', choice: 'for', statment: '' })`, /statment/],
  ['a value that an act does not take', `press({ voteId: 'x', choice: 'yes' })`, /"yes"/],
  ['a press that lacks a field', `press({ voteId: 'x' })`, /choice/],
  ['an answer that an act does not give', `ask().then((told) => told.ok && told.result.fileid)`, /fileid/],
  ['whether one may do what there is not', `mayI('closeVotes', { voteId: 'x' })`, /closeVotes/],
  ['whether one may do it to what it does not take', `mayI('closeVote', { hearingId: 'x' })`, /hearingId/],
  [
    'several of them, one to what it does not take',
    `useAllowedMany([{ act: 'closeVote', input: { voteId: 'x' } }, { act: 'formGroup', input: { voteId: 'x' } }], [])`,
    /voteId/,
  ],
  ['a button for no act', `button({ ...closing, act: 'closeVotes' })`, /closeVotes/],
  [
    'a button about what its act does not take',
    `button({ ...closing, input: { hearingId: 'x' } })`,
    /hearingId/,
  ],
  [
    'a button that asks about what its act does not take',
    `button({ ...closing, ask: { hearingId: 'x' } })`,
    /hearingId/,
  ],
  [
    'a form field that its act does not take',
    `button({ ...tie, form: { fields: [{ ...field, name: 'carred' }] } })`,
    /carred/,
  ],
  [
    'a gate over what its act does not take',
    `button({ ...tie, form: { fields: [], gate: ['voteid'] } })`,
    /voteid/,
  ],
  [
    'a form that stands alone, of an act that there is not',
    `ActForm({ ...form, act: 'closeVotes' })`,
    /closeVotes/,
  ],
  [
    'a form that stands alone, about what its act does not take',
    `ActForm({ ...form, base: { vote: 'x' } })`,
    /'vote'/,
  ],
  ['a view that there is not', `useView('hearings', { id: 'x' })`, /hearings/],
  ['a view without what it must be told', `useView('hearing')`, /argument/],
  ['a view by what it does not know', `useView('comments', { hearing: 'x' })`, /'hearing'/],
  ['a view by a misspelt choice', `useView('comments', { hearingId: 'x', unanswred: 'true' })`, /unanswred/],
  ['a view by a value it does not know', `useView('comments', { hearingId: 'x', type: 'legal' })`, /legal/],
  ['a view that asks for nothing by something', `useView('me', { id: 'x' })`, /never/],
  ['what a view does not tell', `useView('vote', { id: 'x' }).data?.talley`, /talley/],
  ['what one of its items does not tell', `useView('tasks').data?.items[0]?.deadline`, /deadline/],
];
const right: [what: string, statement: string][] = [
  ['a press as its act takes it', `press({ voteId: 'x', choice: 'for' })`],
  ['an answer as its act gives it', `ask().then((told) => told.ok && told.result.fileId.trim())`],
  ['whether one may, of as much as is known', `mayI('castBallot', { voteId: 'x' })`],
  ['a button with its form', `button({ ...tie, form: { fields: [field], gate: ['voteId', 'carried'] } })`],
  ['a form that stands alone', `ActForm(form)`],
  ['a view by what it knows', `useView('comments', { hearingId: 'x', unanswered: 'true', limit: 20 }, true)`],
  ['a view that need not be told anything', `useView('tasks').data?.items[0]?.due`],
];

const from = (path: string): string => `'${root}/tab/src/${path}'`;
const imports = `
import { act, mayI } from ${from('api.ts')};
import type { Action } from ${from('parts/form/action.ts')};
import { ActForm } from ${from('parts/form/ActForm.tsx')};
import { usePress } from ${from('frame/press.ts')};
import { useAllowedMany, useView } from ${from('frame/queries.ts')};
const { press } = usePress('castBallot');
const ask = () => act('beginFile', { revisionId: 'x', name: 'x', size: 1 }, 'key');
const button = (action: Action) => action;
const closing = { act: 'closeVote', label: '', input: { voteId: 'x' }, done: '' } as const;
const tie = { ...closing, act: 'decideTie' } as const;
const field = { name: 'carried', label: '' } as const;
const form = { act: 'closeVote', label: '', base: { voteId: 'x' }, fields: [] as [], onDone: () => undefined } as const;
export {};
`;

export const tab: Refused = {
  about: 'in what the tab asks of the app',
  wrong,
  right,
  program: (statement) => `${imports}${statement};\n`,
};
