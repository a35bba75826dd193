import { Link } from 'wouter';
import type { RevisionView } from '../../../bot/views/case/shapes.ts';
import { Actions } from '../parts/form/Actions.tsx';
import { Meeting } from '../meeting/Meeting.tsx';
import { useNow } from '../frame/clock.ts';
import { useView } from '../frame/queries.ts';
import { useWords } from '../frame/words.ts';
import { toVoteAt } from './meetingOrder.ts';
import { useVoteFields } from './voteFields.ts';
import { VotePanel } from './VotePanel.tsx';

export default function Votes({ revision }: { revision: RevisionView }) {
  const { t } = useWords();
  const found = useView('meetings');
  const meetings = toVoteAt(found.data?.items ?? [], useNow(300_000));
  const fields = useVoteFields(revision, meetings);
  const votes = revision.votes.toSorted((a, b) => b.openedAt.localeCompare(a.openedAt));
  const open = votes.some((vote) => vote.state === 'open');
  return (
    <>
      {votes.map((vote) => (
        <VotePanel key={vote.id} id={vote.id} revision={revision} />
      ))}
      <section className="card pad" aria-labelledby="put">
        <h2 id="put">{t('tab.vote.put')}</h2>
        {found.data && meetings.length === 0 && (
          <p>
            {t('tab.vote.noMeeting')} <Link href="/meetings">{t('tab.nav.meetings')}</Link>
          </p>
        )}
        {!open && meetings[0] && <Meeting meeting={meetings[0]} folded />}
        {meetings.length > 0 && (
          <Actions
            lists={[revision.allowed]}
            actions={[
              {
                act: 'openVote',
                label: t('tab.vote.open'),
                input: { revisionId: revision.id },
                done: t('tab.vote.opened'),
                past: !open,
                form: {
                  fields,
                  gate: ['revisionId', 'meetingId', 'versionId', 'rehearsal'],
                  intro: t('tab.vote.openIntro'),
                },
              },
            ]}
          />
        )}
      </section>
    </>
  );
}
