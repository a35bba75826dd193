import type { Act } from './act.ts';
import { addComment } from './addComment.ts';
import { addFilePart } from './addFilePart.ts';
import { addToGroup } from './addToGroup.ts';
import { addVersion } from './addVersion.ts';
import { answerJoint } from './answerJoint.ts';
import { answerPoll } from './answerPoll.ts';
import { appointRepresentative } from './appointRepresentative.ts';
import { beginFile } from './beginFile.ts';
import { bringIntoTeams } from './bringIntoTeams.ts';
import { callMeeting } from './callMeeting.ts';
import { cancelMeeting } from './cancelMeeting.ts';
import { castBallot } from './castBallot.ts';
import { changeMeeting } from './changeMeeting.ts';
import { closeVote } from './closeVote.ts';
import { confirmRules } from './confirmRules.ts';
import { decideTie } from './decideTie.ts';
import { disposeComment } from './disposeComment.ts';
import { dropScheduling } from './dropScheduling.ts';
import { editComment } from './editComment.ts';
import { endDueSession } from './endDueSession.ts';
import { endPlace } from './endPlace.ts';
import { endSession } from './endSession.ts';
import { extendDeadline } from './extendDeadline.ts';
import { findTime } from './findTime.ts';
import { finishFile } from './finishFile.ts';
import { forgetConversation } from './forgetConversation.ts';
import { formGroup } from './formGroup.ts';
import { linkAccount } from './linkAccount.ts';
import { linkMeeting } from './linkMeeting.ts';
import { markPresent } from './markPresent.ts';
import { nameContact } from './nameContact.ts';
import { nameDeputy } from './nameDeputy.ts';
import { noteAccount } from './noteAccount.ts';
import { noteAnswers } from './noteAnswers.ts';
import { noteCalendars } from './noteCalendars.ts';
import { noteChannel } from './noteChannel.ts';
import { noteChat } from './noteChat.ts';
import { noteConversation } from './noteConversation.ts';
import { noteDirectory } from './noteDirectory.ts';
import { noteEvent } from './noteEvent.ts';
import { noteFile } from './noteFile.ts';
import { noteFilesClosed } from './noteFilesClosed.ts';
import { noteGraphChange } from './noteGraphChange.ts';
import { noteName } from './noteName.ts';
import { noteRestored } from './noteRestored.ts';
import { noteSealedReading } from './noteSealedReading.ts';
import { openHearing } from './openHearing.ts';
import { openPoll } from './openPoll.ts';
import { openSession } from './openSession.ts';
import { openVote } from './openVote.ts';
import { readCalendars } from './readCalendars.ts';
import { recordBallotOnBehalf } from './recordBallotOnBehalf.ts';
import { refreshAnswers } from './refreshAnswers.ts';
import { registerMember } from './registerMember.ts';
import { registerPerson } from './registerPerson.ts';
import { remindMissing } from './remindMissing.ts';
import { removeFromGroup } from './removeFromGroup.ts';
import { renewCalendarLink } from './renewCalendarLink.ts';
import { resendFailed } from './resendFailed.ts';
import { retryFile } from './retryFile.ts';
import { retryMeeting } from './retryMeeting.ts';
import { settleTime } from './settleTime.ts';
import { startRevision } from './startRevision.ts';
import { submitAnswer } from './submitAnswer.ts';
import { syncDirectory } from './syncDirectory.ts';
import { testConnection } from './testConnection.ts';
import { withdrawComment } from './withdrawComment.ts';

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
export const acts = definitions as unknown as Record<ActName, Act>;
export const isAct = (name: string): name is ActName => Object.hasOwn(definitions, name);
