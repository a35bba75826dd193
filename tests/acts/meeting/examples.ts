import { eventually } from '../../support/app.ts';
import type { meetingActs } from '../../../bot/acts/meeting/index.ts';
import { meeting, type Meeting } from '../../support/cases.ts';
import {
  iso,
  some,
  secretariatAlone,
  running,
  type ExamplesOf,
  type Given,
  type World,
} from '../frame/example.ts';
import { offer, polled } from '../scheduling/examples.ts';

const times = { startsAt: '2027-05-01T10:00', endsAt: '2027-05-01T11:00' };
const idOf = ({ meetingId, conversationId }: Meeting) => ({ meetingId, conversationId });
const toCome = async ({ house }: World): Promise<string> =>
  (await meeting(house, { inSession: false })).meetingId;

/** The bot comes into the meeting's chat when Teams gets to it, or is not let in; the meeting says which. */
const chatted = ({ people }: World, { meetingId }: Given): Promise<unknown> =>
  eventually(
    () => people.secretariat.view(`meeting?id=${meetingId}`),
    (one: any) => one.linked || one.chat?.state === 'failed',
    10_000,
  );

/** A meeting in the calendar, as the calendar left it. */
async function called(world: World, state: string): Promise<{ meetingId: string }> {
  const meetingId = await toCome(world);
  const { house } = world;
  await house.sql(`insert into meeting_event (meeting_id, key, done) values ($1, gen_random_uuid(), 1)`, [
    meetingId,
  ]);
  await house.sql(`update meeting_event set ${state} where meeting_id = $1`, [meetingId]);
  return { meetingId };
}

export const meetingExamples = {
  callMeeting: {
    ready: async () => ({ kind: 'steeringGroup', season: 'spring', title: 'Møde', ...times }),
    may: secretariatAlone,
    otherwise: () => ({ title: 'Et andet møde' }),
    button: {
      by: ['secretariat'],
      fill: () => ({
        kind: 'workingGroup',
        season: 'spring',
        title: 'Møde',
        startsAt: '2027-05-01T10:00',
        endsAt: '2027-05-01T12:00',
      }),
    },
    says: [
      {
        type: 'meetingCalled',
        of: 'meetingId',
        data: (input, result) => ({
          ...some(input, 'kind', 'season', 'title'),
          ...result,
          startsAt: iso(input['startsAt']),
          endsAt: iso(input['endsAt']),
        }),
      },
    ],
  },
  linkMeeting: {
    ready: async ({ house, one }) => {
      const at = idOf(await meeting(house, { invited: [one.staff], inSession: false }));
      await house.sql('update meeting set conversation_id = null where id = $1', [at.meetingId]);
      return at;
    },
    may: secretariatAlone,
    button: {
      by: ['secretariat'],
      fill: () => ({ conversationId: '19:nowhere@thread.v2' }),
    },
    says: [{ type: 'meetingLinked', of: 'meetingId', data: (input) => input }],
  },
  openSession: {
    ready: async ({ house }) => idOf(await meeting(house, { inSession: false })),
    may: running,
    button: {
      by: ['secretariat', 'chair'],
      sends: ['meetingId'],
    },
    says: [{ type: 'sessionOpened', of: 'meetingId', data: (_, result) => result }],
  },
  endSession: {
    ready: async ({ house }) => idOf(await meeting(house)),
    may: running,
    button: {
      by: ['secretariat', 'chair'],
      sends: ['meetingId'],
    },
    says: [{ type: 'sessionEnded', of: 'meetingId', data: (_, result) => result }],
  },
  changeMeeting: {
    ready: async (world) => ({ meetingId: await toCome(world), title: 'Møde, flyttet' }),
    may: secretariatAlone,
    otherwise: () => ({ title: 'Et andet navn' }),
    button: {
      by: ['secretariat'],
      fill: () => ({ title: 'Et nyt navn' }),
    },
    says: [{ type: 'meetingChanged', of: 'meetingId', data: (input) => input }],
  },
  cancelMeeting: {
    ready: async (world) => ({ meetingId: await toCome(world), reason: 'Udbuddet er udskudt.' }),
    may: secretariatAlone,
    button: {
      by: [],
      fill: () => ({ reason: 'Udbuddet er udskudt.' }),
    },
    says: [{ type: 'meetingCancelled', of: 'meetingId', data: (input) => input }],
  },
  retryMeeting: {
    ready: async (world) => called(world, `failure = 'unavailable'`),
    may: secretariatAlone,
    button: null,
    says: [],
    settled: chatted,
  },
  refreshAnswers: {
    ready: async (world) => called(world, `event_id = meeting_id::text`),
    may: secretariatAlone,
    button: null,
    says: [],
  },
  settleTime: {
    ready: async (world) => ({ ...(await polled(world)), startsAt: offer.slots[0] }),
    may: secretariatAlone,
    button: {
      by: ['secretariat'],
      fill: () => ({ startsAt: '2027-05-12T12:00:00+02:00' }),
    },
    says: [],
    settled: chatted,
  },
} satisfies ExamplesOf<typeof meetingActs>;
