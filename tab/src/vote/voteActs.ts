import type { VoteView } from '../../../bot/views/vote/shapes.ts';
import type { Action } from '../parts/form/action.ts';
import { useWords } from '../frame/words.ts';

/** What ends a vote: closing it, and the chair's word in a tie. */
export function useVoteActs(vote: VoteView): Action[] {
  const { t } = useWords();
  const input = { voteId: vote.id };
  const close: Action = {
    act: 'closeVote',
    label: t('tab.vote.close'),
    input,
    done: t('tab.vote.closed'),
    form: { fields: [], intro: t('tab.vote.closeIntro', { cast: vote.cast, entitled: vote.entitled }) },
  };
  const tie: Action = {
    act: 'decideTie',
    label: t('tab.vote.tie'),
    input,
    done: t('tab.vote.tieDecided'),
    form: {
      intro: t('tab.vote.tieIntro'),
      fields: [
        {
          name: 'carried',
          label: t('tab.vote.tieChoice'),
          kind: 'radio',
          required: true,
          options: [
            { value: 'yes', label: t('tab.row.carried') },
            { value: 'no', label: t('tab.row.notCarried') },
          ],
          parse: (value) => value === 'yes',
        },
      ],
    },
  };
  const resume: Action = {
    act: 'openSession',
    label: t('tab.session.resume'),
    input: { meetingId: vote.meeting.id },
    done: t('tab.session.opened'),
  };
  const over = vote.allowed.some(({ act }) => act === 'openSession');
  if (vote.state === 'open') return over ? [close, resume] : [close];
  return vote.outcome === 'tied' && vote.carried === null ? [tie] : [];
}
