import { t, type Locale } from '../../i18n/index.ts';
import type { CommentView, HearingView } from '../../views/hearing/shapes.ts';
import { show } from '../frame/actions.ts';
import { actionSet, columns, list, rich, subheading, type Element } from '../frame/build.ts';
import { about, standing } from './hearingParts.ts';
import { capital, line } from '../frame/text.ts';

function commentRow(view: HearingView, comment: CommentView, locale: Locale): Element {
  const { ref, type, text, disposition, response } = comment;
  const head = `${ref} · ${about(locale, comment)} · ${t(locale, `commentType.${type}`)}`;
  const items = [rich(head, { bold: true }), rich(line(text, 90), { subtle: true }, { spacing: 'none' })];
  if (disposition) {
    const said = capital(t(locale, `disposition.${disposition}`));
    items.push(rich(response ? `${said}: ${line(response, 90)}` : said, {}, { spacing: 'none' }));
  }
  const edit = () =>
    show(
      t(locale, 'card.comment.edit'),
      'hearing',
      { id: view.id, edit: comment.id },
      {
        tooltip: t(locale, 'card.comment.editRef', { ref }),
      },
    );
  const right = comment.editable ? [actionSet([edit()])] : [];
  return right.length
    ? columns(items, right, { separator: true })
    : { type: 'Container', separator: true, items };
}

const mostShown = 8;
/** Comments on a receipt. */
export const mostOnReceipt = 3;

/** Where the rest is: a press away from a receipt, else in the tab. */
function older(view: HearingView, locale: Locale, hidden: number, brief: boolean): Element[] {
  if (hidden <= 0) return [];
  const more = show(t(locale, 'card.comment.showMore'), 'hearing', { id: view.id });
  return [brief ? actionSet([more]) : rich(t(locale, 'card.more', { count: hidden }), { subtle: true })];
}

/** Our comments that stand, the newest last, each to be opened. `brief`: the newest few, without a count of all. */
export function commentList(view: HearingView, locale: Locale, room: number, brief = false): Element[] {
  const all = standing(view);
  if (!view.mine) return [];
  const shown = all.slice(-Math.ceil((brief ? mostOnReceipt : mostShown) * room));
  const hidden = view.mine.commentCount - shown.length;
  const key = brief && hidden > 0 ? 'card.hearing.latest' : 'card.hearing.yours';
  const head = subheading(t(locale, key, { count: view.mine.commentCount }));
  if (all.length === 0) return [head, rich(t(locale, 'card.hearing.none'), {}, { spacing: 'small' })];
  const rows = shown.map((comment) => commentRow(view, comment, locale));
  return [head, list([...older(view, locale, hidden, brief), ...rows])];
}
