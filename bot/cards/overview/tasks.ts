import { t, type Locale } from '../../i18n/index.ts';
import { clockTime } from '../../process/frame/calendar.ts';
import type { TaskView } from '../../views/people/shapes.ts';
import { isShown, openUrl, show } from '../frame/actions.ts';
import { actionSet, columns, list, rich, type Action, type Element } from '../frame/build.ts';
import { fit, frame, type Message, type Reader } from '../frame/frame.ts';
import { line, plain, say } from '../frame/text.ts';

const mostRows = 10;

const inChat = new Set<TaskView['kind']>(['answerHearing', 'castBallot', 'answerPoll']);

/** What can be done in the chat opens here; the rest is done in the tab. */
function opens(task: TaskView, locale: Locale): Action[] {
  const tooltip = plain(task.title[locale], 80);
  const word = t(locale, 'card.tasks.show');
  const { kind, about } = task;
  if (!inChat.has(kind) || !about || !isShown(about)) return [];
  return [show(word, about.kind, { id: about.id }, { tooltip })];
}

function rowOf(task: TaskView, locale: Locale): Element {
  const due = task.due
    ? say(locale, 'card.tasks.due', { at: new Date(task.due) })
    : t(locale, 'card.tasks.noDue');
  const items = [
    rich(line(task.title[locale], 160), { bold: true }),
    rich(due, { subtle: true }, { spacing: 'none' }),
  ];
  const actions = opens(task, locale);
  return actions.length > 0
    ? columns(items, [actionSet(actions)], { separator: true })
    : { type: 'Container', separator: true, items };
}

/** The command `mine opgaver`: what awaits the reader, soonest first as the view has it. */
export function tasksCard(tasks: TaskView[], to: Reader & { asOf: Date; more?: boolean }): Message {
  const { locale, links, asOf } = to;
  const said =
    tasks.length > 0
      ? t(locale, 'card.tasks.count', { count: tasks.length, time: clockTime(asOf, locale) })
      : t(locale, 'card.tasks.none');
  return fit((room) => {
    const shown = tasks.slice(0, Math.ceil(mostRows * room));
    const hidden = tasks.length - shown.length;
    const rest =
      hidden > 0 ? t(locale, 'card.more', { count: hidden }) : to.more ? t(locale, 'card.moreUncounted') : '';
    return frame({
      locale,
      heading: t(locale, 'card.tasks.heading'),
      body: [
        rich(said, { subtle: true }, { spacing: 'small' }),
        list(shown.map((task) => rowOf(task, locale))),
        ...(rest ? [rich(rest, { subtle: true })] : []),
      ],
      actions: [openUrl(t(locale, 'card.tasks.open'), links.tab, { primary: true })],
      refresh: { action: show(t(locale, 'card.refresh'), 'tasks'), userIds: [] },
      summary: t(locale, 'card.tasks.heading'),
      text: said,
    });
  });
}
