import type { schedulingActs } from '../../../bot/acts/scheduling/index.ts';
import { secretariat } from '../../support/factories.ts';
import { known, some, secretariatAlone, type ExamplesOf, type World } from '../frame/example.ts';

export const search = {
  kind: 'steeringGroup',
  season: 'spring',
  title: 'Styregruppemøde',
  minutes: 120,
  from: '2027-02-01',
  to: '2027-02-12',
} as const;
export const offer = { slots: ['2027-02-03T10:00:00+01:00'], respondBy: '2027-01-25T12:00:00+01:00' };
export async function polled({ house }: World): Promise<{ schedulingId: string }> {
  const { schedulingId } = await secretariat(house).do('findTime', search);
  await secretariat(house).do('openPoll', { schedulingId, ...offer });
  return { schedulingId };
}

export const schedulingExamples = {
  findTime: {
    ready: async () => search,
    may: secretariatAlone,
    otherwise: () => ({ title: 'Et andet møde' }),
    button: {
      by: ['secretariat'],
      fill: () => search,
    },
    says: [
      {
        type: 'timeSought',
        data: (input, result) => ({
          ...some(input, 'kind', 'season', 'title', 'minutes'),
          ...result,
          fromDay: input['from'],
          toDay: input['to'],
          asked: 3,
        }),
      },
    ],
  },
  openPoll: {
    ready: async ({ house }) => ({ ...(await secretariat(house).do('findTime', search)), ...offer }),
    may: secretariatAlone,
    button: {
      by: ['secretariat'],
      fill: () => ({ slots: ['2027-05-12T12:00:00+02:00'], respondBy: '2027-05-03T12:00:00+02:00' }),
    },
    says: [
      {
        type: 'pollOpened',
        data: (input) => ({
          ...some(input, 'schedulingId'),
          slots: ['2027-02-03T09:00:00.000Z'],
          deadline: '2027-01-25T11:00:00.000Z',
        }),
      },
    ],
  },
  answerPoll: {
    ready: async ({ house }) => {
      const { schedulingId } = await secretariat(house).do('findTime', search);
      await secretariat(house).do('openPoll', { schedulingId, ...offer });
      return { schedulingId, slots: offer.slots };
    },
    may: {
      representative: 'may',
      chair: 'may',
      'representative of another member': 'may',
      rest: 'notInvited',
    },
    by: 'representative',
    another: 'chair',
    button: {
      by: ['chair', 'representative'],
      fill: () => ({ none: true }),
    },
    says: [
      {
        type: 'pollAnswered',
        data: (input, _, world) => ({
          ...some(input, 'schedulingId'),
          personId: world.one.representative.personId,
          possible: 1,
        }),
      },
    ],
  },
  dropScheduling: {
    ready: async ({ house }) => secretariat(house).do('findTime', search),
    may: secretariatAlone,
    button: null,
    says: [{ type: 'schedulingDropped', data: (input) => input }],
  },
  renewCalendarLink: {
    ready: async ({ one }) => ({ personId: one.representative.personId }),
    may: { secretariat: 'may', representative: 'may', rest: 'secretariatOnly' },
    otherwise: ({ people }) => ({ personId: people.staff.personId }),
    button: {
      by: known,
    },
    says: [{ type: 'calendarLinkRenewed', data: (input) => input }],
  },
  readCalendars: {
    ready: async ({ house }) => secretariat(house).do('findTime', search),
    may: secretariatAlone,
    button: {
      by: ['secretariat'],
    },
    says: [],
  },
} satisfies ExamplesOf<typeof schedulingActs>;
