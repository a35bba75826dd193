import { readFileSync } from 'node:fs';
import { idOf, secretariatNames } from '../../start/identity.ts';
import type { Doors } from '../doors.ts';
import type { Person } from '../wire.ts';

type Source = { members: { name: string; type: string; as_of: string }[] };
const file = new URL('../../data/pogi.json', import.meta.url);
const source = JSON.parse(readFileSync(file, 'utf8')) as Source;

export type Organisation = {
  name: string;
  kind: string;
  joined: string | undefined;
  id: string;
  representative: Person;
  deputy: Person | null;
  contact: Person | null;
  staff: Person;
};
export type Cast = {
  secretariat: Person[];
  organisations: Organisation[];
  of: (name: string) => Organisation;
  everybody: Person[];
};

const kinds: Record<string, string> = { kommune: 'municipality', region: 'region', state: 'state' };
const special: Record<string, string> = {
  'VandCenter Syd': 'utility',
  Vestforbrænding: 'utility',
  'VIA University College': 'education',
};
const heads: Record<string, string> = { region: 'Indkøbsdirektør', state: 'Kontorchef' };
const staffRoles = ['Miljømedarbejder', 'Indkøber', 'Rengøringskonsulent'];

const CHAIR = 'Københavns Kommune';
/** In whose tenant the team lives: its people are no guests there, and their calendars can be read. */
const HOST = CHAIR;
const withDeputy = [
  'Københavns Kommune',
  'Aarhus Kommune',
  'Odense Kommune',
  'Roskilde Kommune',
  'Gladsaxe Kommune',
];
withDeputy.push(
  'Region Midtjylland',
  'Region Syddanmark',
  'Miljø- og Fødevareministeriet',
  'Vestforbrænding',
);
const withContact = [
  'Københavns Kommune',
  'Aarhus Kommune',
  'Odense Kommune',
  'Egedal Kommune',
  'Ishøj Kommune',
];
withContact.push('Region Midtjylland', 'Herning Kommune', 'Albertslund Kommune', 'VIA University College');

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll('æ', 'ae')
    .replaceAll('ø', 'oe')
    .replaceAll('å', 'aa')
    .replace(/[^a-z]+/g, '.')
    .replace(/^\.|\.$/g, '');

/** A role and an organisation, never an invented name; the same ids on every machine. */
export function persona(role: string, organisation: string): Person {
  const displayName = `${role}, ${organisation}`;
  return { objectId: idOf(displayName), displayName, email: `${plain(role)}@${plain(organisation)}.example` };
}

function organisationOf({ name, type, as_of }: Source['members'][number], index: number): Organisation {
  const kind = special[name] ?? kinds[type] ?? 'other';
  return {
    name,
    kind,
    // The source names members "as of" a year: it says that they were in by then.
    joined: as_of.match(/^\d{4}(-\d{2})?$/)?.[0],
    id: '',
    representative: persona(heads[kind] ?? 'Indkøbschef', name),
    deputy: withDeputy.includes(name) ? persona('Indkøbskonsulent', name) : null,
    contact: withContact.includes(name) ? persona('Udbudskonsulent', name) : null,
    staff: persona(staffRoles[index % staffRoles.length] ?? 'Indkøber', name),
  };
}

function cast(): Cast {
  const organisations = source.members.map(organisationOf);
  const secretariat = secretariatNames.map((name) => {
    const [role = '', organisation = ''] = name.split(', ');
    return persona(role, organisation);
  });
  const of = (name: string): Organisation => {
    const found = organisations.find((one) => one.name === name);
    if (!found) throw new Error(`${name} is not among the members`);
    return found;
  };
  const people = (one: Organisation) => [one.representative, one.deputy, one.contact, one.staff];
  const members = organisations.flatMap(people).filter((person): person is Person => person !== null);
  return { secretariat, organisations, of, everybody: [...secretariat, ...members] };
}

async function register(doors: Doors, by: Person, one: Organisation): Promise<void> {
  const { name, kind, joined } = one;
  one.id = (await doors.act(by, 'registerMember', { name, kind, joined })).organisationId ?? '';
  const organisationId = one.id;
  const add = async (person: Person, fields: string[]) =>
    (await doors.act(by, 'registerPerson', { organisationId, ...person, fields })).personId;
  const personId = await add(one.representative, ['procurement']);
  await doors.act(by, 'appointRepresentative', {
    organisationId,
    personId,
    ...(name === CHAIR && { chair: true }),
  });
  if (one.deputy)
    await doors.act(by, 'nameDeputy', { organisationId, personId: await add(one.deputy, ['procurement']) });
  if (one.contact)
    await doors.act(by, 'nameContact', { organisationId, personId: await add(one.contact, ['procurement']) });
  await add(one.staff, one.staff.displayName.startsWith('Indkøber') ? ['procurement'] : ['environment']);
}

function postsIn(one: Organisation): [Person | null, string[]][] {
  const answers = one.contact ? [] : ['contact'];
  const chairs = one.name === CHAIR ? ['chair'] : [];
  return [
    [one.representative, ['representative', ...chairs, ...answers]],
    [one.deputy, ['deputy']],
    [one.contact, ['contact']],
    [one.staff, ['staff']],
  ];
}

/** Members, their people and who holds which post; then the bot in everybody's Teams. */
export async function gatherPeople(doors: Doors): Promise<Cast> {
  const all = cast();
  const [leader] = all.secretariat;
  for (const person of all.secretariat) await doors.join({ ...person, posts: ['secretariat'] });
  for (const one of all.organisations)
    for (const [person, posts] of postsIn(one))
      if (person) await doors.join({ ...person, guest: one.name !== HOST, posts });
  // Those who joined are listed in the order they came; of the rest nobody waits for another.
  if (leader) await Promise.all(all.organisations.map((one) => register(doors, leader, one)));
  await Promise.all(all.everybody.map((person) => doors.install(person)));
  return all;
}
