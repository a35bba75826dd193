import type { Act } from './frame/act.ts';
import { addComment } from './hearing/addComment.ts';
import { addFilePart } from './draft/addFilePart.ts';
import { addToGroup } from './group/addToGroup.ts';
import { addVersion } from './draft/addVersion.ts';
import { answerJoint } from './hearing/answerJoint.ts';
import { answerPoll } from './scheduling/answerPoll.ts';
import { appointRepresentative } from './people/appointRepresentative.ts';
import { beginFile } from './draft/beginFile.ts';
import { bringIntoTeams } from './people/bringIntoTeams.ts';
import { callMeeting } from './meeting/callMeeting.ts';
import { cancelMeeting } from './meeting/cancelMeeting.ts';
import { castBallot } from './vote/castBallot.ts';
import { changeMeeting } from './meeting/changeMeeting.ts';
import { closeVote } from './vote/closeVote.ts';
import { confirmRules } from './vote/confirmRules.ts';
import { decideTie } from './vote/decideTie.ts';
import { disposeComment } from './hearing/disposeComment.ts';
import { dropScheduling } from './scheduling/dropScheduling.ts';
import { editComment } from './hearing/editComment.ts';
import { endDueSession } from './meeting/endDueSession.ts';
import { endPlace } from './people/endPlace.ts';
import { endSession } from './meeting/endSession.ts';
import { extendDeadline } from './hearing/extendDeadline.ts';
import { findTime } from './scheduling/findTime.ts';
import { finishFile } from './draft/finishFile.ts';
import { forgetConversation } from './reach/forgetConversation.ts';
import { formGroup } from './group/formGroup.ts';
import { linkAccount } from './people/linkAccount.ts';
import { linkMeeting } from './meeting/linkMeeting.ts';
import { markPresent } from './meeting/markPresent.ts';
import { nameContact } from './people/nameContact.ts';
import { nameDeputy } from './people/nameDeputy.ts';
import { noteAccount } from './people/noteAccount.ts';
import { noteAnswers } from './meeting/noteAnswers.ts';
import { noteCalendars } from './scheduling/noteCalendars.ts';
import { noteChannel } from './group/noteChannel.ts';
import { noteChat } from './meeting/noteChat.ts';
import { noteConversation } from './reach/noteConversation.ts';
import { noteDirectory } from './people/noteDirectory.ts';
import { noteEvent } from './meeting/noteEvent.ts';
import { noteFile } from './draft/noteFile.ts';
import { noteFilesClosed } from './draft/noteFilesClosed.ts';
import { noteGraphChange } from './reach/noteGraphChange.ts';
import { noteName } from './people/noteName.ts';
import { noteRestored } from './case/noteRestored.ts';
import { noteSealedReading } from './hearing/noteSealedReading.ts';
import { openHearing } from './hearing/openHearing.ts';
import { openPoll } from './scheduling/openPoll.ts';
import { openSession } from './meeting/openSession.ts';
import { openVote } from './vote/openVote.ts';
import { readCalendars } from './scheduling/readCalendars.ts';
import { recordBallotOnBehalf } from './vote/recordBallotOnBehalf.ts';
import { refreshAnswers } from './meeting/refreshAnswers.ts';
import { registerMember } from './people/registerMember.ts';
import { registerPerson } from './people/registerPerson.ts';
import { remindMissing } from './hearing/remindMissing.ts';
import { removeFromGroup } from './group/removeFromGroup.ts';
import { renewCalendarLink } from './scheduling/renewCalendarLink.ts';
import { resendFailed } from './reach/resendFailed.ts';
import { retryFile } from './draft/retryFile.ts';
import { retryMeeting } from './meeting/retryMeeting.ts';
import { settleTime } from './scheduling/settleTime.ts';
import { startRevision } from './case/startRevision.ts';
import { submitAnswer } from './hearing/submitAnswer.ts';
import { syncDirectory } from './reach/syncDirectory.ts';
import { testConnection } from './reach/testConnection.ts';
import { withdrawComment } from './hearing/withdrawComment.ts';

/** Every act there is. A door looks an act up here by name; what is not here cannot be done. */
const definitions = {
  registerMember,
  registerPerson,
  appointRepresentative,
  nameDeputy,
  nameContact,
  endPlace,
  confirmRules,
  startRevision,
  addVersion,
  beginFile,
  addFilePart,
  finishFile,
  retryFile,
  formGroup,
  addToGroup,
  removeFromGroup,
  openHearing,
  extendDeadline,
  addComment,
  editComment,
  withdrawComment,
  submitAnswer,
  answerJoint,
  disposeComment,
  remindMissing,
  resendFailed,
  callMeeting,
  findTime,
  readCalendars,
  openPoll,
  answerPoll,
  settleTime,
  dropScheduling,
  changeMeeting,
  cancelMeeting,
  retryMeeting,
  refreshAnswers,
  linkMeeting,
  openSession,
  endSession,
  endDueSession,
  markPresent,
  openVote,
  castBallot,
  recordBallotOnBehalf,
  closeVote,
  decideTie,
  noteConversation,
  forgetConversation,
  noteName,
  noteRestored,
  linkAccount,
  syncDirectory,
  testConnection,
  bringIntoTeams,
  noteDirectory,
  noteGraphChange,
  renewCalendarLink,
  noteCalendars,
  noteEvent,
  noteAnswers,
  noteChat,
  noteChannel,
  noteAccount,
  noteFile,
  noteFilesClosed,
  noteSealedReading,
};

export type ActName = keyof typeof definitions;
/** What the body of an act may hold, for those who call it. */
export type ActInput<N extends ActName> = (typeof definitions)[N]['input']['_zod']['input'];
export type ActResult<N extends ActName> = Awaited<ReturnType<(typeof definitions)[N]['apply']>>;

// Each act checks its own input and hands its own state on; the registry needs none of those types.
export const acts: Record<ActName, Act> = definitions;
export const isAct = (name: string): name is ActName => Object.hasOwn(definitions, name);
