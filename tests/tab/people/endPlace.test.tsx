import { expect, test } from '@jest/globals';
import { memberView } from '../case/cases.ts';
import '../frame/host.ts';
import { buttons, nameOf, said } from '../frame/page.ts';
import { part, wordsOf } from '../frame/show.tsx';

const { ActForm } = await import('../../../tab/src/parts/form/ActForm.tsx');
const { endingPlace } = await import('../../../tab/src/people/endingPlace.ts');
const [person] = memberView().people;

const asked = async (more: Partial<NonNullable<typeof person>> = {}) => {
  const action = endingPlace(await wordsOf('da'), { ...person!, displayName: 'Indkøbschef, UCN', ...more });
  const { form, label, input } = action;
  const { page } = await part(
    <ActForm {...form!} act={action.act} label={label} base={input} onDone={() => undefined} />,
  );
  return { action, page };
};

test('before somebody’s place is ended, the page says what ends, what stays and what does not change', async () => {
  const { page } = await asked({ roles: ['representative', 'chair'], groups: ['F27-003', 'F27-007'] });
  expect(said(page)).toContain(
    'Dette ophører for Indkøbschef, UCN: repræsentant, formandskab, arbejdsgruppen for F27-003, arbejdsgruppen for F27-007 og adgangen til appen.',
  );
  expect(said(page)).toContain('Afgivne stemmer, bemærkninger og svar bliver stående.');
  expect(buttons(page).map((one) => nameOf(page, one))).toEqual(['Afslut pladsen']);
});

test('of somebody without a role, the access alone ends', async () => {
  const { page, action } = await asked({ roles: [], groups: [] });
  expect(said(page)).toContain('Dette ophører for Indkøbschef, UCN: adgangen til appen.');
  expect(action.input).toEqual({ personId: person!.id });
});
