// Who may: the secretariat. Changes: a new member organisation in the register.
// Refuses: a name that is already there. A repeat: with the same key the same answer; else refused as existing.
import { z } from 'zod';
import { isDay } from '../../process/frame/calendar.ts';
import { organisationKinds } from '../../process/people/organisation.ts';
import { refuse } from '../../process/frame/refusals.ts';
import { secretariat } from '../../process/frame/roles.ts';
import { registerCase } from '../../process/frame/trail.ts';
import { insertOrganisation, organisations } from '../../store/people/people.ts';
import { act } from '../frame/act.ts';
import { optional, words } from '../frame/input.ts';

/** The public lists that members come from spell some kinds in their own way. */
const spelled: Record<string, string> = {
  kommune: 'municipality',
  ministry: 'state',
  university: 'education',
};

export const registerMember = act({
  name: 'registerMember',
  may: secretariat,
  form: {
    name: words(200),
    kind: z.preprocess(
      (kind) => (typeof kind === 'string' ? (spelled[kind] ?? kind) : kind),
      z.enum(organisationKinds),
    ),
    joined: optional(
      z
        .string()
        .refine(isDay, { params: { problem: 'time' } })
        .meta({ description: 'YYYY, YYYY-MM or YYYY-MM-DD' }),
    ),
  },
  async load({ trx }) {
    return { taken: (await organisations(trx)).map(({ name }) => name.toLowerCase()) };
  },
  decide: ({ taken }, { form: { name } }) =>
    taken.includes(name.toLowerCase()) ? refuse('alreadyExists', { what: name }) : null,
  async apply(_, { trx, form, now, record }) {
    const organisationId = await insertOrganisation(trx, {
      name: form.name,
      kind: form.kind,
      joined: form.joined ?? null,
      createdAt: now,
    });
    record(registerCase, 'memberRegistered', { organisationId, name: form.name, kind: form.kind });
    return { organisationId };
  },
});
