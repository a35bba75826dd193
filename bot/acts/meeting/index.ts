import { callMeeting } from './callMeeting.ts';
import { cancelMeeting } from './cancelMeeting.ts';
import { changeMeeting } from './changeMeeting.ts';
import { endDueSession } from './endDueSession.ts';
import { endSession } from './endSession.ts';
import { linkMeeting } from './linkMeeting.ts';
import { noteAnswers } from './noteAnswers.ts';
import { noteChat } from './noteChat.ts';
import { noteConversation } from './noteConversation.ts';
import { noteEvent } from './noteEvent.ts';
import { openSession } from './openSession.ts';
import { refreshAnswers } from './refreshAnswers.ts';
import { retryMeeting } from './retryMeeting.ts';
import { settleTime } from './settleTime.ts';

export const meetingActs = {
  callMeeting,
  settleTime,
  changeMeeting,
  cancelMeeting,
  retryMeeting,
  refreshAnswers,
  linkMeeting,
  openSession,
  endSession,
  endDueSession,
  noteConversation,
  noteEvent,
  noteAnswers,
  noteChat,
};
