import type { MeetingView } from '../../../bot/views/meeting/shapes.ts';
import { useCalendarActs } from './calendarActs.ts';
import { useWords } from '../frame/words.ts';
import type { Action } from '../parts/form/action.ts';

/** Opened or ended; and tied to its chat while it is not. */
function useSessionActs({ id, inSession, over, linked, cancelledAt }: MeetingView): Action[] {
  const { t } = useWords();
  const input = { meetingId: id };
  const open: Action = {
    act: 'openSession',
    label: t(over ? 'tab.session.resume' : 'tab.session.open'),
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
  if (cancelledAt) return [];
  return [inSession && !over ? end : open, ...(linked ? [] : [link])];
}

/** What can be done to a meeting: while it is held, and before. */
export function useMeetingActs(meeting: MeetingView): { inSession: Action[]; all: Action[]; gone: Action[] } {
  const inSession = useSessionActs(meeting);
  const { offered, gone } = useCalendarActs(meeting);
  return { inSession, all: [...inSession, ...offered], gone };
}
