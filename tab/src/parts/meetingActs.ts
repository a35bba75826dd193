import type { MeetingView } from '../../../bot/views/shapes/meeting.ts';
import { useWords } from '../words.ts';
import type { Action } from './action.ts';

/** What can be done to a meeting: opened or ended, and tied to its chat while it is not. */
export function useMeetingActs(meeting: MeetingView): Action[] {
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
