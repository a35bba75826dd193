import { proposedOrganisation, sameAddress } from '../process/directory.ts';
import { directoryPeople } from '../store/directory.ts';
import { organisationNames, peopleOf } from '../store/people.ts';
import { mayAll, NotFound, pageAfter, type Viewing } from './context.ts';
import type { NewcomersView } from './shapes/connections.ts';

interface Paging {
  limit: number;
  after?: string | undefined;
}

/** Who is in the host team and not in the register: proposed by address, registered by the secretariat alone. */
export async function newcomersView(context: Viewing, { limit, after }: Paging): Promise<NewcomersView> {
  const { db, reader } = context;
  if (!reader.secretariat) throw new NotFound();
  const names = await organisationNames(db);
  const registered = await peopleOf(db, [...names.keys()]);
  const accounts = new Set(registered.flatMap(({ objectId }) => objectId ?? []));
  const people = (await directoryPeople(db)).filter(
    ({ objectId, sources }) =>
      sources.includes('team') && !sources.includes('secretariat') && !accounts.has(objectId),
  );
  const asked = registered.flatMap((one) =>
    one.organisationId ? [{ ...one, organisationId: one.organisationId }] : [],
  );
  const items = people.map(({ objectId, displayName, email, guest }) => {
    const same = sameAddress(email, asked);
    const organisationId = same?.organisationId ?? proposedOrganisation(email, asked);
    return {
      id: objectId,
      displayName,
      email,
      guest,
      organisationId,
      organisationName: organisationId ? (names.get(organisationId) ?? null) : null,
      personId: same?.id ?? null,
    };
  });
  const rest = pageAfter(items, after);
  const shown = rest.slice(0, limit);
  return {
    items: shown,
    ...(rest.length > limit && { next: shown.at(-1)!.id }),
    allowed: await mayAll(context, [
      ['registerPerson', {}],
      ['linkAccount', {}],
    ]),
  };
}
