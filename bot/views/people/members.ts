import { answererOf } from '../../process/people/organisation.ts';
import { directorySourceRows, membersOf } from '../../store/reach/directory.ts';
import {
  appointments,
  appointmentsIn,
  firstOrganisation,
  organisationById,
  organisationPage,
  peopleOf,
  seatsOfSecretariat,
  type Appointed,
} from '../../store/people/people.ts';
import { groupsByPerson } from '../../store/people/places.ts';
import type { PersonRow } from '../../store/schema.ts';
import { tenantsLetIn } from '../../store/frame/tenants.ts';
import { currentRules } from '../../store/vote/rules.ts';
import { mayAll, type Viewing } from '../frame/context.ts';
import type { MembersView, MeView } from './shapes.ts';
import type { RulesView } from '../vote/shapes.ts';
import { reachOf } from '../reach/reach.ts';
import { ruleText } from '../frame/words.ts';

type Role = MeView['roles'][number];

const rolesOf = (held: Appointed[], personId: string): Role[] =>
  held
    .filter((one) => one.personId === personId)
    .flatMap((one): Role[] => (one.chair ? [one.role, 'chair'] : [one.role]));

/** Whether the steering group's group has somebody in it; null where no group says who that is. */
async function steeringGroup(db: Viewing['db']): Promise<((person: PersonRow) => boolean) | null> {
  const known = (await directorySourceRows(db)).some(({ source, readAt }) => source === 'steering' && readAt);
  if (!known) return null;
  const [members, { host }] = [new Set(await membersOf(db, 'steering')), await tenantsLetIn(db)];
  return ({ tenantId, objectId }) => objectId !== null && tenantId === host && members.has(objectId);
}

/** Organisations and their people; addresses are for the secretariat and one's own organisation. */
export async function membersView(
  context: Viewing,
  { limit, after }: { limit: number; after?: string | undefined },
): Promise<MembersView> {
  const { db, reader } = context;
  const found = await organisationPage(db, { after, limit: limit + 1 });
  const all = found.slice(0, limit);
  const shownIds = all.map((one) => one.id);
  const people = await peopleOf(db, shownIds);
  const held = await appointmentsIn(db, shownIds);
  const ids = people.map((one) => one.id);
  const reach = reader.secretariat ? await reachOf(db, ids) : null;
  const groups = reader.secretariat ? await groupsByPerson(db) : null;
  const conflicts = reader.secretariat ? await seatsOfSecretariat(db) : null;
  const steering = reader.secretariat ? await steeringGroup(db) : null;
  const shown = (person: PersonRow) => ({
    id: person.id,
    displayName: person.displayName,
    email: reader.secretariat || person.organisationId === reader.organisationId ? person.email : null,
    fields: person.fields,
    roles: rolesOf(held, person.id),
    left: person.leftAt !== null,
    ofSecretariat: conflicts?.get(person.id) ?? null,
    groups: groups && (groups.get(person.id) ?? []),
    inSteeringGroup: steering && person.objectId ? steering(person) : null,
    reach: reach?.get(person.id) ?? null,
  });
  const items = all.map((one) => ({
    id: one.id,
    name: one.name,
    kind: one.kind,
    joined: one.joined,
    answererId: answererOf(held, one.id)?.personId ?? null,
    people: people.filter((person) => person.organisationId === one.id).map(shown),
  }));
  const first = await firstOrganisation(db);
  const own = reader.organisationId ?? first;
  const wanted: [string, object][] = [['registerMember', {}]];
  if (first)
    wanted.push(
      ['registerPerson', { organisationId: first }],
      ['appointRepresentative', { organisationId: first }],
    );
  if (own) wanted.push(['nameDeputy', { organisationId: own }], ['nameContact', { organisationId: own }]);
  const next = found.length > limit && { next: all.at(-1)!.id };
  return { items, allowed: await mayAll(context, wanted), ...next };
}

export async function meView(context: Viewing): Promise<MeView> {
  const { db, reader, now } = context;
  const organisation = reader.organisationId ? await organisationById(db, reader.organisationId) : null;
  const held = reader.organisationId ? await appointments(db, reader.organisationId) : [];
  return {
    personId: reader.personId,
    displayName: reader.displayName,
    organisationId: reader.organisationId,
    organisationName: organisation?.name ?? null,
    secretariat: reader.secretariat,
    chair: reader.chair,
    roles: rolesOf(held, reader.personId),
    locale: reader.locale,
    now: now.toISOString(),
    allowed: await mayAll(context, [
      ['startRevision', {}],
      ['callMeeting', {}],
      ['confirmRules', {}],
      ['registerMember', {}],
    ]),
  };
}

export async function rulesView(context: Viewing): Promise<RulesView> {
  const { rule, confirmedAt } = await currentRules(context.db);
  return {
    current: rule,
    text: ruleText(rule),
    confirmed: confirmedAt !== null,
    confirmedAt: confirmedAt?.toISOString() ?? null,
    allowed: await mayAll(context, [['confirmRules', {}]]),
  };
}
