import { proposedOrganisation, sameAddress } from '../../process/reach/directory.ts';
import { membersAt, newcomerPage, organisationsAt } from '../../store/people/newcomers.ts';
import { firstOrganisation, namesOf } from '../../store/people/people.ts';
import { mayAll, NotFound, type Viewing } from '../frame/context.ts';
import type { NewcomersView } from '../reach/shapes.ts';

interface Paging {
  limit: number;
  after?: string | undefined;
}

const asking = (act: string, input: object): [string, object] => [act, input];

/** Who is in the host team and not in the register: proposed by address, registered by the secretariat alone. */
export async function newcomersView(context: Viewing, { limit, after }: Paging): Promise<NewcomersView> {
  const { db, reader } = context;
  if (!reader.secretariat) throw new NotFound();
  const people = await newcomerPage(db, { after, limit: limit + 1 });
  const part = people.slice(0, limit);
  const emails = part.flatMap(({ email }) => email ?? []);
  const atSame = (await membersAt(db, emails)).flatMap((one) =>
    one.organisationId ? [{ ...one, organisationId: one.organisationId }] : [],
  );
  const atDomain = await organisationsAt(db, emails);
  const proposed = part.map((one) => {
    const same = sameAddress(one.email, atSame);
    return {
      ...one,
      same,
      organisationId: same?.organisationId ?? proposedOrganisation(one.email, atDomain),
    };
  });
  const names = await namesOf(
    db,
    proposed.flatMap((one) => one.organisationId ?? []),
  );
  const shown = proposed.map(({ objectId, displayName, email, guest, same, organisationId }) => ({
    id: objectId,
    displayName,
    email,
    guest,
    organisationId,
    organisationName: organisationId ? (names.get(organisationId) ?? null) : null,
    personId: same?.id ?? null,
  }));
  const organisationId = await firstOrganisation(db);
  const known = shown.find(({ personId }) => personId);
  return {
    items: shown,
    ...(people.length > limit && { next: shown.at(-1)!.id }),
    // Asked about something that is there: of nothing, both would say that it is not found.
    allowed: await mayAll(context, [
      ...(organisationId ? [asking('registerPerson', { organisationId })] : []),
      ...(known ? [asking('linkAccount', { personId: known.personId, objectId: known.id })] : []),
    ]),
  };
}
