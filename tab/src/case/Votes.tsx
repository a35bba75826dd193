import { Link } from 'wouter';
import type { RevisionView } from '../../../bot/views/shapes/revision.ts';
import type { MeetingView } from '../../../bot/views/shapes/vote.ts';
import { Actions } from '../parts/Actions.tsx';
import type { FieldSpec } from '../parts/fields.ts';
import { Meeting } from '../parts/Meeting.tsx';
import { useNow, useView } from '../queries.ts';
import { useWords } from '../words.ts';
import { VotePanel } from './VotePanel.tsx';

function useFields(revision: RevisionView, meetings: MeetingView[]): FieldSpec[] {
  const { t, short } = useWords();
  const rank = (kind: string) => (kind === 'final' ? 0 : 1);
  const versions = revision.versions.toSorted((a, b) => rank(a.kind) - rank(b.kind) || b.number - a.number);
  return [
    {
      name: 'meetingId',
      label: t('tab.vote.meeting'),
      kind: 'select',
      required: true,
      options: meetings.map((meeting) => ({
        value: meeting.id,
        label: `${meeting.title}, ${short(meeting.startsAt)}`,
      })),
    },
    {
      name: 'versionId',
      label: t('tab.vote.version'),
      kind: 'select',
      required: true,
      options: versions.map((version) => ({
        value: version.id,
        label: `${t('tab.version.name', { number: version.number, title: version.title })} (${t(`versionKind.${version.kind}`)})`,
      })),
    },
    {
      name: 'motion',
      label: t('tab.vote.motion'),
      kind: 'area',
      required: true,
      initial: t('tab.vote.motionText', { title: revision.title }),
    },
    { name: 'rehearsal', label: t('tab.vote.rehearsalField'), kind: 'check' },
  ];
}

/** The meeting in session first, then those to come, the nearest first, then those that have been. */
function inOrder(meetings: MeetingView[], now: Date): MeetingView[] {
  const rank = (meeting: MeetingView) => {
    const away = Date.parse(meeting.endsAt) - now.getTime();
    if (meeting.inSession) return 0;
    return away > 0 ? away : 1e15 - away;
  };
  return meetings.filter((meeting) => meeting.kind === 'steeringGroup').toSorted((a, b) => rank(a) - rank(b));
}

export default function Votes({ revision }: { revision: RevisionView }) {
  const { t } = useWords();
  const found = useView('meetings');
  const meetings = inOrder(found.data?.items ?? [], useNow(300_000));
  const fields = useFields(revision, meetings);
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
            key={meetings[0]?.id}
            lists={[revision.allowed]}
            actions={[
              {
                act: 'openVote',
                label: t('tab.vote.open'),
                input: { revisionId: revision.id },
                done: t('tab.vote.opened'),
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
