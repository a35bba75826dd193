import type { MeetingView } from '../../../bot/views/meeting/shapes.ts';
import { useWords } from '../frame/words.ts';

/** How far the meeting is in calendars and chat; what failed stands out with its reason. */
export function Standing({ meeting: { calendar, chat, linked, cancelledAt } }: { meeting: MeetingView }) {
  const { t, text } = useWords();
  if (cancelledAt) return null;
  return (
    <>
      {calendar.state === 'failed' && calendar.reason && (
        <p className="note bad block">
          {t('tab.meeting.calendarFailed')} {text(calendar.reason)}
        </p>
      )}
      {chat.state === 'failed' && chat.reason && (
        <p className="note bad block">
          {t('tab.meeting.chatFailed')} {text(chat.reason)}
        </p>
      )}
      <p className="quiet">
        {calendar.state !== 'failed' && t(`tab.meeting.calendar.${calendar.state}`)}{' '}
        {chat.state === 'waiting'
          ? t('tab.meeting.chat.waiting')
          : t(linked ? 'tab.meeting.isLinked' : 'tab.meeting.notLinked')}
      </p>
    </>
  );
}
