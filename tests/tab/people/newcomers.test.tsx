import { describe, expect, test } from '@jest/globals';
import { idOf } from '../../support/views/views.ts';
import { memberView, membersView, world } from '../case/cases.ts';
import { json } from '../frame/host.ts';
import { all, buttons, control, nameOf, said, tagged, type Piece } from '../frame/page.ts';
import { members, type Role } from '../frame/readers.ts';
import { newcomersView, newcomerView } from '../reach/setupCases.ts';
import { inside, notFound, part, visit, whole, type Answers } from '../frame/show.tsx';

const { toInput, missing, startValues } = await import('../../../tab/src/parts/form/fields.ts');
const { ActForm } = await import('../../../tab/src/parts/form/ActForm.tsx');
const { useNewcomerAct } = await import('../../../tab/src/people/newcomerActs.ts');

const open = async (role: Role, more: Answers = {}): Promise<Piece> =>
  (await visit('/members', world(role, undefined, more))).page;
const section = (page: Piece): Piece | undefined =>
  all(page, ({ attributes }) => attributes['aria-labelledby'] === 'newcomers')[0];
const known = [memberView(), memberView(undefined, { id: idOf('odense'), name: 'Odense Kommune' })];
/** Without its `then`, which would make a promise of it. */
const actFor = async (more: Parameters<typeof newcomerView>[1] = {}) => {
  const newcomer = newcomerView(undefined, more);
  const [act] = await inside(() => [useNewcomerAct(newcomer, known, () => undefined)]);
  const { then: _, ...rest } = act!;
  return rest;
};

describe('who is new in the team', () => {
  test('stands above the members for the secretariat: name, address, guest or not, where from', async () => {
    const page = await open('secretariat');
    const lines = tagged(section(page)!, 'li').map(said);
    expect(lines[0]).toContain('Indkøber, Aarhus Kommune gæst');
    expect(lines[0]).toContain('ny@aarhus.example');
    expect(lines[0]).toContain('Ser efter adressen ud til at høre til Aarhus Kommune.');
    expect(lines[1]).toContain('ingen e-mailadresse');
    expect(lines[1]).toContain('Adressen siger ikke, hvor personen hører til.');
    expect(lines[2]).toContain('En person i Aarhus Kommune er registreret med samme adresse');
    expect(lines[2]).not.toContain('gæst');
    expect(said(page).indexOf('Nye i teamet')).toBeLessThan(said(page).indexOf('Find medlem'));
  });

  test('each has one button, that names whom it is about', async () => {
    const page = section(await open('secretariat'))!;
    expect(buttons(page).map((one) => nameOf(page, one))).toEqual([
      'Registrér Indkøber, Aarhus Kommune',
      'Registrér Konsulent',
      'Knyt Miljøchef, Aarhus Kommune til den registrerede person',
    ]);
  });

  test.each(members)('is not asked for by the %s, who sees the members alone', async (role) => {
    const asked: string[] = [];
    const newcomers = (): Response => {
      asked.push(role);
      return json(404, { refusal: notFound });
    };
    const page = await open(role, { newcomers });
    expect([asked, section(page)]).toEqual([[], undefined]);
    expect(said(page)).toContain('Aarhus Kommune');
  });

  test('is not mentioned when there is nobody', async () => {
    const page = await open('secretariat', { newcomers: { items: [], allowed: [] } });
    expect(said(page)).not.toContain('Nye i teamet');
  });

  test('waits for a first member when none is registered', async () => {
    const empty = { ...membersView('secretariat'), items: [] };
    const page = section(await open('secretariat', { members: empty }))!;
    expect(said(page)).toContain('Registrér et medlem først');
    expect(buttons(page)).toEqual([]);
  });

  test('is fetched to the end, however many they are', async () => {
    const all = newcomersView();
    const [first, ...rest] = all.items;
    const newcomers = ({ after }: Record<string, string>): typeof all & { next?: string } =>
      after ? { ...all, items: rest } : { ...all, items: [first!], next: first!.id };
    const lines = tagged(section(await open('secretariat', { newcomers }))!, 'li');
    expect(lines).toHaveLength(3);
    expect((await whole('newcomers', {})).items).toHaveLength(3);
  });
});

describe('registering somebody new', () => {
  test('begins with what Entra knows and with the organisation proposed; the account is not typed', async () => {
    const { act, input, form } = await actFor();
    expect(act).toBe('registerPerson');
    expect(toInput(form!.fields, startValues(form!.fields), input)).toEqual({
      objectId: idOf('account'),
      organisationId: idOf('aarhus'),
      displayName: 'Indkøber, Aarhus Kommune',
      email: 'ny@aarhus.example',
      locale: 'da',
    });
    expect(form!.fields.map(({ name }) => name)).not.toContain('objectId');
  });

  test('takes no organisation for granted when none is proposed', async () => {
    const { form } = await actFor({ organisationId: null, organisationName: null, email: null });
    const values = startValues(form!.fields);
    expect(missing(form!.fields, values)).toEqual(['organisationId', 'email']);
  });

  test('offers every member, in the order of the Danish alphabet, where Aa is the last', async () => {
    const { act, label, input, form } = await actFor({ organisationId: idOf('odense') });
    const { page } = await part(
      <ActForm {...form!} act={act} label={label} base={input} onDone={() => undefined} />,
    );
    const choice = control(page, 'Organisation');
    const options = tagged(choice, 'option');
    expect(options.map(said)).toEqual(['Vælg organisation', 'Odense Kommune', 'Aarhus Kommune']);
    expect(options.filter(({ attributes }) => 'selected' in attributes).map(said)).toEqual([
      'Odense Kommune',
    ]);
  });

  test('who is registered already with the same address gets the account at one press', async () => {
    const { act, input, form } = await actFor({ personId: idOf('p') });
    expect([act, input, form]).toEqual([
      'linkAccount',
      { personId: idOf('p'), objectId: idOf('account') },
      undefined,
    ]);
  });
});

describe('a member whose seat is not as it should be', () => {
  const [seat, deputy, ...rest] = memberView().people;
  const shown = async (person: Partial<typeof seat>, other: Partial<typeof deputy> = {}): Promise<string> => {
    const people = [{ ...seat!, ...person }, { ...deputy!, ...other }, ...rest];
    const given = { ...membersView('secretariat'), items: [memberView(undefined, { people })] };
    return said(await open('secretariat', { members: given }));
  };
  const gone = 'Repræsentanten er ikke længere i teamet og kan hverken svare eller stemme.';
  const elsewhere = 'Repræsentanten er ikke i styregruppens gruppe i Entra.';

  test('says that its representative has left the team', async () => {
    expect(await shown({ left: true })).toContain(gone);
    expect(await shown({ left: true })).toContain('er ikke længere med');
    expect(await shown({})).not.toMatch(/ikke længere med|ikke længere i teamet/);
  });

  test('says of whoever is of the secretariat too that it votes on nothing, and what to do', async () => {
    expect(await shown({}, { ofSecretariat: 'both' })).toContain(
      'Sekretariatet stemmer ikke: afslut pladsen her',
    );
    expect(await shown({ ofSecretariat: 'held' })).toContain('Når pladsen er afsluttet');
    expect(await shown({})).not.toContain('ekretariatet stemmer ikke');
  });

  test('marks anybody else who has left, and says nothing of the seat', async () => {
    const page = await shown({}, { left: true });
    expect(page).toContain('er ikke længere med');
    expect(page).not.toContain(gone);
  });

  test('says that its representative is not in the steering group’s group, where that is known', async () => {
    expect(await shown({ inSteeringGroup: false })).toContain(elsewhere);
    for (const known of [true, null])
      expect(await shown({ inSteeringGroup: known }, { inSteeringGroup: false })).not.toContain(elsewhere);
  });
});
