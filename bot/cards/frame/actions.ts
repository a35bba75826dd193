import type { Locale } from '../../i18n/index.ts';
import type { About, AboutKind } from '../../process/frame/about.ts';
import type { Action, Data, Element } from './build.ts';

interface How {
  /** The one button that is asked for. Never on a ballot. */
  primary?: boolean;
  /** Sends what is typed beside it; without, half-typed input is neither checked nor sent. */
  withInputs?: boolean;
  tooltip?: string;
}

/** What cards are about that something is pressed on, and the acts they offer: each must say what it is answered with. */
const offered = {
  hearing: ['addComment', 'editComment', 'withdrawComment', 'submitAnswer', 'answerJoint'],
  vote: ['castBallot'],
  scheduling: ['answerPoll'],
} as const satisfies { [K in AboutKind]?: readonly string[] };
export type ShownKind = keyof typeof offered;
export type CardAct<K extends ShownKind = ShownKind> = (typeof offered)[K][number];
/** Whether something has a card of its own to go back to. */
export const isShown = (about: About): about is About<ShownKind> => Object.hasOwn(offered, about.kind);

/** Clients from before 1.4 send the same as an Action.Submit, with the verb among the data (teams/submit). */
export function execute(title: string, verb: CardAct | 'view', data: Data, how: How = {}): Action {
  const shared = {
    title,
    ...(how.withInputs ? {} : { associatedInputs: 'none' }),
    ...(how.primary && { style: 'positive' }),
    ...(how.tooltip && { tooltip: how.tooltip }),
  };
  return {
    type: 'Action.Execute',
    verb,
    data,
    ...shared,
    fallback: { type: 'Action.Submit', ...shared, data: { verb, ...data } },
  };
}

export type ViewName = ShownKind | 'status' | 'tasks';

/** Shows something else; never changes anything, so a client that cannot replace a card goes without. */
export const show = (
  title: string,
  view: ViewName,
  data: { id?: string; edit?: string; joint?: string } = {},
  how: How = {},
): Action => ({ ...execute(title, 'view', { view, ...data }, how), fallback: 'drop' });

export const openUrl = (title: string, url: string, how: How = {}): Action => ({
  type: 'Action.OpenUrl',
  title,
  url,
  ...(how.primary && { style: 'positive' }),
});

/** Opens inputs inside the card; they are sent by the actions in it and by no other. */
export const showCard = (
  locale: Locale,
  title: string,
  body: Element[],
  actions: Action[],
  how: How = {},
): Action => ({
  type: 'Action.ShowCard',
  title,
  ...(how.primary && { style: 'positive' }),
  card: { type: 'AdaptiveCard', lang: locale, body, actions },
});
