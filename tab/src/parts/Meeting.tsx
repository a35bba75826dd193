import type { MeetingView } from '../../../bot/views/shapes/vote.ts';
import { useMe } from '../queries.ts';
import { useWords } from '../words.ts';
import { Actions, type Action } from './Actions.tsx';
import { blocked } from './gate.ts';
import { Presence } from './Presence.tsx';

function useActions(meeting: MeetingView): Action[] {
  const { t } = useWords();
  const input = { meetingId: meeting.id };
  const open: Action = {
    act: 'openSession',
    label: t('tab.session.open'),
    input,
    done: t('tab.session.opened'),
  };
  const end: Action = {
    act: 'endSession',
    label: t('tab.session.end'),
    input,
    done: t('tab.session.ended'),
    form: { fields: [], intro: t('tab.session.endIntro') },
  };
  const link: Action = {
    act: 'linkMeeting',
    label: t('tab.meeting.link'),
    input,
    done: t('tab.meeting.linked'),
    form: {
      fields: [{ name: 'conversationId', label: t('tab.meeting.conversation'), required: true }],
      intro: t('tab.meeting.linkIntro'),
    },
  };
  return [meeting.inSession ? end : open, ...(meeting.linked ? [] : [link])];
}

function Present({ meeting }: { meeting: MeetingView }) {
  const { t } = useWords();
  const mark = meeting.allowed.find((entry) => entry.act === 'markPresent');
  const seats = meeting.presence.toSorted((a, b) =>
    a.organisationName.localeCompare(b.organisationName, 'da'),
  );
  const present = seats.filter((seat) => seat.present).length;
  if (seats.length === 0) return null;
  return (
    <details>
      <summary>{t('tab.meeting.present', { present, total: seats.length })}</summary>
      <ul className="plain presence-list">
        {seats.map((seat) => (
          <li key={seat.organisationId}>
            <span>{seat.organisationName}</span>
            <span>
              <Presence meetingId={meeting.id} seat={seat} may={mark !== undefined && !blocked(mark)} />
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** One meeting: when, whether it is in session, who is there. `folded` stands inside another section. */
export function Meeting({ meeting, folded }: { meeting: MeetingView; folded?: boolean }) {
  const { t, long } = useWords();
  const me = useMe().data;
  const Title = folded ? 'h3' : 'h2';
  const actions = useActions(meeting);
  return (
    <article className={folded ? 'meeting' : 'meeting card pad'} aria-labelledby={`meeting-${meeting.id}`}>
      <Title id={`meeting-${meeting.id}`}>
        {meeting.title}{' '}
        <span className={`tag ${meeting.inSession ? 'open' : ''}`}>
          {t(meeting.inSession ? 'tab.session.in' : 'tab.session.out')}
        </span>
      </Title>
      <p>
        {long(meeting.startsAt)} · {t(`tab.season.${meeting.season}`)} ·{' '}
        {t(`tab.meetingKind.${meeting.kind}`)}
      </p>
      <p className="quiet">{t(meeting.linked ? 'tab.meeting.isLinked' : 'tab.meeting.notLinked')}</p>
      {meeting.joinUrl && (
        <p>
          <a href={meeting.joinUrl} target="_blank" rel="noreferrer">
            {t('tab.meeting.join')}
          </a>
        </p>
      )}
      <Present meeting={meeting} />
      <Actions lists={[meeting.allowed, me?.allowed]} actions={actions} />
    </article>
  );
}
