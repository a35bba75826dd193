import { expect } from '@jest/globals';
import type { hearingActs } from '../../../bot/acts/hearing/index.ts';
import { handIn, hearing, revision } from '../../support/cases.ts';
import { next } from '../../support/factories.ts';
import { iso, some, secretariatAlone, type ExamplesOf, type Says, type World } from '../frame/example.ts';

const comment = async ({ house, one }: World) => {
  const { hearingId, revisionId } = await hearing(house);
  const input = { hearingId, type: 'general' as const, text: `Bemærkning ${next(house)}` };
  return { revisionId, hearingId, ...(await one.staff.do('addComment', input)) };
};

const submitted = async (world: World) => {
  const { hearingId, ...made } = await comment(world);
  await handIn(world.one.contact, hearingId);
  return made;
};

const ownComment: Says = {
  representative: 'may',
  deputy: 'may',
  contact: 'may',
  staff: 'may',
  // It is sealed: of somebody else's it is not even told that there is one.
  rest: 'notFound',
};

export const hearingExamples = {
  openHearing: {
    ready: async ({ house }) => {
      const { revisionId, versionId } = await revision(house);
      return { revisionId, versionId, kind: 'internal', letter: 'Kære alle', deadline: '2027-03-01T12:00' };
    },
    may: secretariatAlone,
    button: {
      by: ['secretariat'],
      sends: ['revisionId', 'versionId'],
      fill: () => ({
        kind: 'internal',
        letter: 'Kære alle.',
        deadline: '2027-03-20T12:00',
        reason: 'Haster.',
      }),
    },
    says: [
      {
        type: 'hearingOpened',
        of: 'revisionId',
        data: (input, result, world) => ({
          ...some(input, 'kind', 'versionId', 'letter'),
          hearingId: result['hearingId'],
          deadline: '2027-03-01T11:00:00.000Z',
          heard: expect.arrayContaining([world.one.id, world.other.id, world.chair.id]),
          reason: null,
          passed: [],
        }),
      },
    ],
  },
  extendDeadline: {
    ready: async ({ house }) => {
      const { hearingId, revisionId } = await hearing(house);
      return { hearingId, revisionId, deadline: '2027-04-01T12:00' };
    },
    may: secretariatAlone,
    button: {
      by: ['secretariat'],
      fill: () => ({ deadline: '2027-09-01T12:00' }),
    },
    says: [
      {
        type: 'deadlineExtended',
        of: 'revisionId',
        data: (input) => ({ ...some(input, 'hearingId'), to: iso(input['deadline']), reason: null }),
      },
    ],
  },
  addComment: {
    ready: async ({ house, one }) => {
      const { hearingId, revisionId } = await hearing(house);
      return { hearingId, revisionId, organisationId: one.id, type: 'general', text: 'Uklart' };
    },
    may: { ...ownComment, secretariat: 'may', rest: 'notYourOrganisation' },
    by: 'staff',
    another: 'deputy',
    button: {
      by: ['chair', 'representative', 'deputy', 'contact', 'staff', 'staff of another member'],
      fill: ({ house }) => ({ type: 'general', text: `Bemærkning ${next(house)}` }),
    },
    says: [
      {
        type: 'commentAdded',
        of: 'revisionId',
        data: (input, result, world) => ({
          ...some(input, 'hearingId', 'type', 'text'),
          ...result,
          organisationId: world.one.id,
          channel: 'tab',
          late: false,
        }),
      },
    ],
  },
  editComment: {
    ready: async (world) => ({ ...(await comment(world)), text: 'Klart' }),
    may: ownComment,
    by: 'staff',
    another: 'deputy',
    button: null,
    says: [
      {
        type: 'commentEdited',
        of: 'revisionId',
        data: (_, result, world) => ({ ...result, organisationId: world.one.id, text: 'Klart' }),
      },
    ],
  },
  withdrawComment: {
    ready: comment,
    may: ownComment,
    by: 'staff',
    another: 'deputy',
    button: null,
    says: [
      {
        type: 'commentWithdrawn',
        of: 'revisionId',
        data: (_, result, world) => ({ ...result, organisationId: world.one.id }),
      },
    ],
  },
  submitAnswer: {
    ready: async ({ house, one }) => {
      const { hearingId, revisionId } = await hearing(house);
      return { hearingId, revisionId, organisationId: one.id, position: 'noRemarks' };
    },
    may: {
      secretariat: 'may',
      contact: 'may',
      representative: 'notContact',
      deputy: 'notContact',
      staff: 'notContact',
      rest: 'notYourOrganisation',
    },
    by: 'contact',
    another: 'secretariat',
    button: {
      by: ['chair', 'contact'],
      fill: () => ({ position: 'noRemarks' }),
    },
    says: [
      {
        type: 'answerSubmitted',
        of: 'revisionId',
        data: (input, _, world) => ({
          ...some(input, 'hearingId', 'position'),
          organisationId: world.one.id,
          late: false,
        }),
      },
    ],
  },
  answerJoint: {
    ready: async ({ house, one, other }) => {
      const { hearingId, revisionId } = await hearing(house);
      const joint = { hearingId, position: 'noRemarks' as const, jointWith: [one.id] };
      await other.representative.do('submitAnswer', joint);
      return { hearingId, revisionId, organisationId: other.id, accept: true };
    },
    may: {
      secretariat: 'organisationNeeded',
      contact: 'may',
      representative: 'notContact',
      deputy: 'notContact',
      staff: 'notContact',
      'staff of another member': 'notContact',
      // Nobody proposed anything to theirs.
      rest: 'noJointProposal',
    },
    by: 'contact',
    another: 'contact',
    button: {
      by: [],
      fill: () => ({ accept: true }),
    },
    says: [
      {
        type: 'jointAccepted',
        of: 'revisionId',
        data: (input, _, world) => ({
          ...some(input, 'hearingId'),
          organisationId: world.one.id,
          senderId: world.other.id,
          position: 'noRemarks',
          late: false,
          channel: 'tab',
        }),
      },
    ],
  },
  disposeComment: {
    ready: async (world) => ({ ...(await submitted(world)), disposition: 'noted', response: 'Tak' }),
    may: secretariatAlone,
    button: null,
    says: [
      {
        type: 'commentDisposed',
        of: 'revisionId',
        data: (input, result, world) => ({
          ...result,
          ...some(input, 'disposition', 'response'),
          organisationId: world.one.id,
        }),
      },
    ],
  },
  remindMissing: {
    ready: async ({ house }) => {
      const { hearingId, revisionId } = await hearing(house);
      return { hearingId, revisionId };
    },
    may: secretariatAlone,
    button: {
      by: ['secretariat'],
    },
    says: [{ type: 'missingReminded', of: 'revisionId', data: (_, result) => result }],
  },
} satisfies ExamplesOf<typeof hearingActs>;
