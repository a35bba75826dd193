import type { overviewActs } from '../../../bot/acts/overview/index.ts';
import { hearing } from '../../support/cases.ts';
import { some, secretariatAlone, type ExamplesOf, type World } from '../frame/example.ts';

/** A message that nobody got; the outbox leaves it alone. As a database of the landing before takes it too. */
async function failedMessage({ house, one }: World) {
  const { hearingId, revisionId } = await hearing(house);
  await house.sql(
    `insert into delivery (person_id, message, hearing_id, revision_id, occasion, channel, state, reason, created_at)
     values ($1, 'hearingReminder', $2, $3, 'failed', 'mail', 'failed', 'unreachable', now())`,
    [one.contact.personId, hearingId, revisionId],
  );
  return { hearingId, revisionId };
}

export const overviewExamples = {
  resendFailed: {
    ready: failedMessage,
    may: secretariatAlone,
    button: {
      by: ['secretariat'],
    },
    says: [
      {
        type: 'messagesResent',
        of: 'revisionId',
        data: (input, result) => ({ ...some(input, 'hearingId'), ...result, resent: 1 }),
      },
    ],
  },
} satisfies ExamplesOf<typeof overviewActs>;
