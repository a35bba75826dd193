import type { groupActs } from '../../../bot/acts/group/index.ts';
import { revision } from '../../support/cases.ts';
import { secretariat } from '../../support/factories.ts';
import { secretariatAlone, type ExamplesOf, type World } from '../frame/example.ts';

/** A case with a working group, and somebody for it. */
async function grouped({ house, one }: World): Promise<{ revisionId: string; personId: string }> {
  const { revisionId } = await revision(house);
  await secretariat(house).do('formGroup', { revisionId });
  return { revisionId, personId: one.staff.personId };
}

/** A case whose group has a lead. */
async function led(world: World): Promise<string> {
  const { revisionId } = await grouped(world);
  await secretariat(world.house).do('nameLead', { revisionId, organisationId: world.one.id });
  return revisionId;
}

export const groupExamples = {
  formGroup: {
    ready: async ({ house }) => ({ revisionId: (await revision(house)).revisionId }),
    may: secretariatAlone,
    button: {
      by: ['secretariat'],
      sends: ['revisionId'],
    },
    says: [{ type: 'groupFormed', of: 'revisionId', data: (input) => input }],
  },
  addToGroup: {
    ready: async (world) => ({ ...(await grouped(world)), field: 'both' }),
    may: secretariatAlone,
    button: {
      by: ['secretariat'],
      sends: ['revisionId'],
      fill: ({ one }) => ({ personId: one.staff.personId, field: 'both' }),
    },
    says: [
      {
        type: 'groupJoined',
        of: 'revisionId',
        data: (input, _, world) => ({ ...input, organisationId: world.one.id }),
      },
    ],
  },
  removeFromGroup: {
    ready: async (world) => {
      const seat = await grouped(world);
      await secretariat(world.house).do('addToGroup', { ...seat, field: 'both' });
      return seat;
    },
    may: secretariatAlone,
    button: {
      by: ['secretariat'],
      sends: ['revisionId'],
      fill: ({ one }) => ({ personId: one.staff.personId }),
    },
    says: [
      {
        type: 'groupLeft',
        of: 'revisionId',
        data: (input, _, world) => ({ ...input, organisationId: world.one.id }),
      },
    ],
  },
  nameLead: {
    ready: async (world) => ({ revisionId: (await grouped(world)).revisionId, organisationId: world.one.id }),
    may: secretariatAlone,
    button: {
      by: ['secretariat'],
      sends: ['revisionId'],
      fill: ({ one }) => ({ organisationId: one.id }),
    },
    says: [{ type: 'leadNamed', of: 'revisionId', data: (input) => input }],
  },
  noteSparring: {
    ready: async (world) => ({ revisionId: await led(world), text: 'Vi talte om fristen.' }),
    may: secretariatAlone,
    button: { by: ['secretariat'], sends: ['revisionId'], fill: () => ({ text: 'Vi talte om fristen.' }) },
    says: [{ type: 'sparringNoted', of: 'revisionId', data: (input) => input }],
  },
} satisfies ExamplesOf<typeof groupActs>;
