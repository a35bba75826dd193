import { greeting, placesFilled, placeVacant, type Message } from '../../cards/index.ts';
import { isOpen } from '../../process/hearing/hearing.ts';
import { goalOf } from '../../process/case/kinds.ts';
import { caseById } from '../../store/case/cases.ts';
import type { Reader } from '../../store/frame/database.ts';
import { hearingById } from '../../store/hearing/hearings.ts';
import { organisationById } from '../../store/people/people.ts';
import { withoutAnswerer } from '../../store/hearing/withoutAnswerer.ts';
import { withoutRepresentative } from '../../store/people/vacant.ts';
import type { Viewing } from '../../views/frame/context.ts';
import { toReader, type Addressed, type Making, type Said } from '../frame/making.ts';

const greetingMade: Making = {
  async make({ db, reader: { organisationId, locale } }, _, tab) {
    const organisation = organisationId ? await organisationById(db, organisationId) : null;
    return { message: greeting({ locale, links: { tab }, organisation: organisation?.name ?? null }) };
  },
};

/** The hearing that somebody is asked in; null: it is about a member, wherever it is asked. */
const hearingIn = ({ about }: Addressed): string | null => (about.kind === 'hearing' ? about.id : null);

async function openIn(db: Reader, hearingId: string | null, now: Date) {
  const hearing = hearingId ? await hearingById(db, hearingId) : null;
  const of = hearing && isOpen(hearing.deadline, now) ? await caseById(db, hearing.caseId) : null;
  if (!of) return null;
  const { ref, title } = of;
  return { ref, title, goalNumber: goalOf(of), deadline: hearing!.deadline.toISOString() };
}

/** Which members have nobody who can answer or vote, as it is when it is sent; whoever was found meanwhile is not told of. */
async function vacant(
  { db, now, reader: { locale } }: Viewing,
  delivery: Addressed,
  tab: string,
): Promise<Said> {
  const hearingId = hearingIn(delivery);
  const names = (found: { name: string }[]): string[] => found.map(({ name }) => name);
  const hearing = await openIn(db, hearingId, now);
  if (hearingId && !hearing) return { cancelled: 'over' };
  const answerers = names(await withoutAnswerer(db, now, hearingId));
  const representatives = hearing ? [] : names(await withoutRepresentative(db));
  if (answerers.length + representatives.length === 0) return { cancelled: 'over' };
  return { message: placeVacant({ hearing, answerers, representatives }, { locale, links: { tab } }) };
}

/** As it is now, in the place of what was told. */
async function vacantNow(context: Viewing, delivery: Addressed, tab: string): Promise<Message> {
  const made = await vacant(context, delivery, tab);
  if ('message' in made) return made.message;
  const { db, now } = context;
  const hearingId = hearingIn(delivery);
  const hearing = hearingId ? await hearingById(db, hearingId) : null;
  const over = hearing !== null && !isOpen(hearing.deadline, now);
  return placesFilled({ over, inHearing: hearing !== null }, toReader(context, tab));
}

export const peopleMessages = {
  greeting: greetingMade,
  placeVacant: { page: 'members', make: vacant, now: vacantNow },
} satisfies Record<string, Making>;
