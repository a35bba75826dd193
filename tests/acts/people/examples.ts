import type { peopleActs } from '../../../bot/acts/people/index.ts';
import { next, person, secretariat, type Someone } from '../../support/factories.ts';
import { oid } from '../../support/app.ts';
import {
  some,
  secretariatAlone,
  type ExamplesOf,
  type Says,
  type World,
  type Cast,
  type Given,
  type Reader,
} from '../frame/example.ts';

const seat = ({ one }: World, who: Someone) =>
  Promise.resolve({ organisationId: one.id, personId: who.personId });

const appointing: Says = {
  secretariat: 'may',
  representative: 'may',
  chair: 'notYourOrganisation',
  'representative of another member': 'notYourOrganisation',
  'staff of another member': 'notYourOrganisation',
  rest: 'secretariatOnly',
};

/** Seats are named for one's own member, by those who have none for the first one. */
const seatOf =
  (role: 'deputy' | 'contact') =>
  ({ one, other, chair }: Cast, reader: Reader): Given => {
    const of = reader === 'chair' ? chair : reader === 'staff of another member' ? other : one;
    return { organisationId: of.id, personId: of[role].personId };
  };

export const peopleExamples = {
  registerMember: {
    ready: async ({ house }) => ({ name: `Kommune ${next(house)}`, kind: 'municipality' }),
    may: secretariatAlone,
    button: {
      by: ['secretariat'],
      fill: ({ house }) => ({ name: `Kommune ${next(house)}`, kind: 'municipality' }),
    },
    says: [
      {
        type: 'memberRegistered',
        data: (input, result) => ({ ...some(input, 'name', 'kind'), ...result }),
      },
    ],
  },
  registerPerson: {
    ready: async ({ house, one }) => ({
      organisationId: one.id,
      displayName: 'Indkøber, Aarhus Kommune',
      email: `ny${next(house)}@example.dk`,
    }),
    may: secretariatAlone,
    button: {
      by: ['secretariat'],
      sends: ['organisationId'],
      fill: () => ({ displayName: 'Indkøber', email: 'indkoeb@example.dk' }),
    },
    says: [
      { type: 'personRegistered', data: (_, result, world) => ({ organisationId: world.one.id, ...result }) },
    ],
  },
  appointRepresentative: {
    ready: async (world) => seat(world, await person(world.house, world.one)),
    may: secretariatAlone,
    button: {
      by: ['secretariat'],
      sends: ['organisationId'],
      fill: ({ one }) => ({ personId: one.representative.personId }),
    },
    says: [{ type: 'representativeAppointed', data: (input) => input }],
  },
  nameDeputy: {
    ready: async (world) => seat(world, await person(world.house, world.one)),
    may: appointing,
    button: {
      by: ['secretariat', 'chair', 'representative'],
      fill: seatOf('deputy'),
    },
    says: [{ type: 'deputyNamed', data: (input) => input }],
  },
  nameContact: {
    ready: async (world) => seat(world, await person(world.house, world.one)),
    may: appointing,
    button: {
      by: ['secretariat', 'chair', 'representative'],
      fill: seatOf('contact'),
    },
    says: [{ type: 'contactNamed', data: (input) => input }],
  },
  endPlace: {
    ready: async ({ house, one }) => ({ personId: (await person(house, one)).personId, reason: 'Nyt job' }),
    may: secretariatAlone,
    button: null,
    says: [
      {
        type: 'placeEnded',
        data: (input, _, world) => ({ ...input, organisationId: world.one.id, roles: [], groups: [] }),
      },
    ],
  },
  linkAccount: {
    ready: async ({ house, one }) => {
      const email = `ny${next(house)}@example.dk`;
      const displayName = 'Indkøber, Aarhus Kommune';
      const of = { organisationId: one.id, displayName, email };
      const { personId } = await secretariat(house).do('registerPerson', of);
      const objectId = oid(70_000 + next(house));
      await house.sql('insert into directory_person values ($1, $2, $3, true, now())', [
        objectId,
        displayName,
        email,
      ]);
      return { personId, objectId };
    },
    may: secretariatAlone,
    button: null,
    says: [
      {
        type: 'accountLinked',
        data: (input, _, world) => ({ ...some(input, 'personId'), organisationId: world.one.id }),
      },
    ],
  },
  bringIntoTeams: {
    ready: async ({ one }) => ({ personId: one.staff.personId }),
    may: secretariatAlone,
    otherwise: ({ people }) => ({ personId: people.contact.personId }),
    button: null,
    says: [
      { type: 'broughtIntoTeams', data: (input, _, world) => ({ ...input, organisationId: world.one.id }) },
    ],
  },
} satisfies ExamplesOf<typeof peopleActs>;
