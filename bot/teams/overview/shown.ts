import { aboutKinds, aboutNamed, type About, type AboutKind, type Named } from '../../process/frame/about.ts';
import type { ShownKind } from '../../cards/index.ts';
import { idOf, type Click } from '../frame/click.ts';
import type { Shown } from '../frame/shown.ts';
import { commentShown } from '../hearing/commentShown.ts';
import { hearingShown } from '../hearing/shown.ts';
import { schedulingShown } from '../scheduling/shown.ts';
import { voteShown } from '../vote/shown.ts';

/** Null: no card is about it that anything is pressed on. */
const kinds: Record<AboutKind, Shown | null> & Record<ShownKind, Shown> = {
  hearing: hearingShown,
  vote: voteShown,
  meeting: null,
  scheduling: schedulingShown,
  comment: commentShown,
  case: null,
  organisation: null,
  person: null,
};
export const shownOf = ({ kind }: About): Shown | null => kinds[kind];

const pressed = aboutKinds.filter((kind) => kinds[kind]);

/** What a press is about, by what it says itself: what it asks to see, or else what its act names. */
export function aboutIn(data: Click['data']): About | null {
  const asked = pressed.find((kind) => kind === data['view']);
  const id = asked ? idOf(data['id']) : null;
  if (asked && id) return { kind: asked, id };
  const ids = Object.entries(data).map(([name, value]) => [name, idOf(value) ?? undefined]);
  return aboutNamed(Object.fromEntries(ids) as Named, pressed);
}
