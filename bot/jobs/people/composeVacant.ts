import { placesFilled, placeVacant, type Message } from '../../cards/index.ts';
import { isOpen } from '../../process/hearing/hearing.ts';
import { revisionById } from '../../store/case/cases.ts';
import type { Reader } from '../../store/frame/database.ts';
import { hearingById } from '../../store/hearing/hearings.ts';
import { withoutAnswerer, withoutRepresentative } from '../../store/people/vacant.ts';
import type { Viewing } from '../../views/frame/context.ts';

type Said = { message: Message } | { cancelled: string };

async function aboutOf(db: Reader, hearingId: string | null, now: Date) {
  const hearing = hearingId ? await hearingById(db, hearingId) : null;
  const revision =
    hearing && isOpen(hearing.deadline, now) ? await revisionById(db, hearing.revisionId) : null;
  return revision && { ...revision, deadline: hearing!.deadline.toISOString() };
}

/** Which members have nobody who can answer or vote, as it is when it is sent; whoever was found meanwhile is not told of. */
export async function vacantMessage(
  { db, now, reader: { locale } }: Viewing,
  hearingId: string | null,
  tab: string,
): Promise<Said> {
  const names = (found: { name: string }[]): string[] => found.map(({ name }) => name);
  const hearing = await aboutOf(db, hearingId, now);
  if (hearingId && !hearing) return { cancelled: 'over' };
  const answerers = names(await withoutAnswerer(db, now, hearingId));
  const representatives = hearing ? [] : names(await withoutRepresentative(db));
  if (answerers.length + representatives.length === 0) return { cancelled: 'over' };
  return { message: placeVacant({ hearing, answerers, representatives }, { locale, links: { tab } }) };
}

/** As it is now, in the place of what was told. */
export async function vacantNow(context: Viewing, hearingId: string | null, tab: string): Promise<Message> {
  const said = await vacantMessage(context, hearingId, tab);
  if ('message' in said) return said.message;
  const { db, now, reader } = context;
  const hearing = hearingId ? await hearingById(db, hearingId) : null;
  const over = hearing !== null && !isOpen(hearing.deadline, now);
  return placesFilled({ over, inHearing: hearing !== null }, { locale: reader.locale, links: { tab } });
}
