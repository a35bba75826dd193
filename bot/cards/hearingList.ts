import { t, type Locale } from '../i18n/index.ts';
import type { CommentView, HearingView } from '../views/shapes/hearing.ts';
import { show } from './actions.ts';
import { actionSet, columns, list, rich, subheading, type Element } from './build.ts';
import { about, standing } from './hearingParts.ts';
import { capital, line } from './text.ts';

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
  const right = comment.editable && view.state === 'open' ? [actionSet([edit()])] : [];
  return right.length
    ? columns(items, right, { separator: true })
    : { type: 'Container', separator: true, items };
}

/** Our comments that stand, the newest last, each to be opened. */
export function commentList(view: HearingView, locale: Locale, room: number): Element[] {
  const all = standing(view);
  if (!view.mine) return [];
  const count = view.mine.commentCount;
  const head = subheading(t(locale, 'card.hearing.yours', { count }));
  if (all.length === 0) return [head, rich(t(locale, 'card.hearing.none'), {}, { spacing: 'small' })];
  const shown = all.slice(-Math.ceil(8 * room));
  const rows = shown.map((comment) => commentRow(view, comment, locale));
  const hidden = count - shown.length;
  if (hidden > 0) rows.unshift(rich(t(locale, 'card.more', { count: hidden }), { subtle: true }));
  return [head, list(rows)];
}
