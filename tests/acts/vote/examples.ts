import { expect } from '@jest/globals';
import type { voteActs } from '../../../bot/acts/vote/index.ts';
import {
  defaultRules,
  inMeeting,
  markPresent,
  meeting,
  revision,
  vote,
  type Vote,
} from '../../support/cases.ts';
import { secretariat } from '../../support/factories.ts';
import { some, secretariatAlone, running, type ExamplesOf, type World } from '../frame/example.ts';

/** A vote in a meeting that everybody with a seat is in, and its staff as well. */
async function casting(world: World): Promise<Vote> {
  const { one, other, chair, house } = world;
  const invited = [one.representative, one.deputy, one.staff, one.contact, other.representative];
  const at = await meeting(house, { invited: [...invited, chair.representative] });
  for (const who of [...invited, chair.representative]) await inMeeting(house, at, who);
  return vote(house, { at, rules: { tie: 'chairDecides' } });
}

async function tied(world: World): Promise<Vote> {
  const open = await vote(world.house, { rules: { tie: 'chairDecides' } });
  const by = secretariat(world.house);
  const { voteId } = open;
  for (const [organisationId, choice] of [
    [world.one.id, 'for'],
    [world.other.id, 'against'],
  ] as const)
    await by.do('recordBallotOnBehalf', { voteId, organisationId, choice, means: 'room' });
  await by.do('closeVote', { voteId });
  return open;
}

export const voteExamples = {
  confirmRules: {
    ready: async () => ({ ...defaultRules }),
    may: secretariatAlone,
    otherwise: () => ({ tie: 'chairDecides' }),
    button: {
      by: ['secretariat'],
      fill: () => defaultRules,
    },
    says: [{ type: 'rulesConfirmed', data: (input) => ({ rule: input }) }],
  },
  markPresent: {
    ready: async ({ house, one }) => {
      const { meetingId } = await meeting(house);
      return { meetingId, organisationId: one.id, present: true };
    },
    may: secretariatAlone,
    button: {
      by: ['secretariat'],
      sends: ['meetingId', 'organisationId'],
      fill: () => ({ present: true }),
    },
    says: [{ type: 'presenceMarked', of: 'meetingId', data: (input) => input }],
  },
  openVote: {
    ready: async ({ house }) => {
      const { revisionId, versionId } = await revision(house, { kind: 'final' });
      await secretariat(house).do('confirmRules', defaultRules);
      const { meetingId } = await meeting(house);
      return { meetingId, revisionId, versionId, motion: 'Kan målet godkendes?' };
    },
    may: running,
    button: {
      by: ['chair'],
      sends: ['revisionId', 'versionId', 'meetingId'],
      fill: () => ({ motion: 'Kan målet godkendes?', reason: 'Haster.' }),
    },
    says: [
      {
        type: 'voteOpened',
        of: 'revisionId',
        data: (input, result) => ({
          ...some(input, 'meetingId', 'versionId', 'motion'),
          ...result,
          versionHash: expect.stringMatching(/^[0-9a-f]{64}$/),
          rule: expect.objectContaining({ base: 'cast', threshold: 'simple' }),
          rehearsal: false,
          passed: [],
        }),
      },
    ],
  },
  castBallot: {
    ready: async (world) => {
      const { voteId, revisionId } = await casting(world);
      return { voteId, revisionId, choice: 'for' };
    },
    may: {
      secretariat: 'secretariatHasNoBallot',
      chair: 'may',
      representative: 'may',
      'representative of another member': 'may',
      deputy: 'representativePresent',
      rest: 'notEntitled',
    },
    by: 'representative',
    another: 'chair',
    button: {
      by: ['chair', 'representative', 'deputy'],
      fill: () => ({ choice: 'for' }),
    },
    says: [
      {
        type: 'ballotCast',
        of: 'revisionId',
        data: (input, _, world) => ({
          ...some(input, 'voteId', 'choice'),
          organisationId: world.one.id,
          means: 'tab',
          caster: 'representative',
          statement: null,
          rehearsal: false,
        }),
      },
    ],
  },
  recordBallotOnBehalf: {
    ready: async ({ house, one }) => {
      const open = await vote(house);
      // Else that it is present would be one more entry, in the meeting's trail.
      await markPresent(house, open, one);
      const { voteId, revisionId } = open;
      return { voteId, revisionId, organisationId: one.id, choice: 'abstain', means: 'phone' };
    },
    may: secretariatAlone,
    button: {
      by: ['secretariat'],
      sends: ['voteId', 'organisationId'],
      fill: () => ({ choice: 'for', means: 'phone' }),
    },
    says: [
      {
        type: 'ballotRecordedOnBehalf',
        of: 'revisionId',
        data: (input, _, world) => ({
          ...some(input, 'voteId', 'choice', 'means'),
          organisationId: world.one.id,
          caster: 'secretariat',
        }),
      },
    ],
  },
  closeVote: {
    ready: async ({ house }) => {
      const { voteId, revisionId } = await vote(house);
      return { voteId, revisionId };
    },
    may: running,
    button: {
      by: ['secretariat', 'chair'],
    },
    says: [
      {
        type: 'voteClosed',
        of: 'revisionId',
        data: (_, result, world) => ({
          ...result,
          entitled: expect.any(Number),
          cast: expect.arrayContaining([{ organisationId: world.one.id, choice: null, present: false }]),
        }),
      },
    ],
  },
  decideTie: {
    ready: async (world) => {
      const { voteId, revisionId } = await tied(world);
      return { voteId, revisionId, carried: true };
    },
    may: { chair: 'may', rest: 'chairOnly' },
    by: 'chair',
    another: 'chair',
    button: {
      by: ['chair'],
      fill: () => ({ carried: true }),
    },
    says: [
      {
        type: 'tieDecided',
        of: 'revisionId',
        data: (input) => some(input, 'voteId', 'carried'),
      },
    ],
  },
} satisfies ExamplesOf<typeof voteActs>;
