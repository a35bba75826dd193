/** Every refusal and finding of the closed list, in words: why, and what to do. Then the rule of a vote. */
export const refusals = {
  'refusal.invalidInput': 'It could not be saved: {detail}. Correct it and try again.',
  'refusal.notSignedIn': 'You are not signed in. Open the app in Teams.',
  'refusal.tooManyRequests':
    'Too many requests came in a short time. Nothing was changed. Try again in {seconds} s.',
  'refusal.organisationNeeded':
    'The secretariat does not answer for itself. Say which organisation it is about.',
  'refusal.secretariatHasNoBallot':
    'The secretariat has no ballot. Record it on behalf of the organisation that cast it.',
  'refusal.notRegistered':
    'You are not registered with a member of the partnership. Write to the secretariat, who can register you.',
  'refusal.secretariatOnly': 'Only the secretariat can do this.',
  'refusal.secretariatOrChair': 'Only the secretariat or the chair can do this.',
  'refusal.chairOnly': 'Only the chair can do this.',
  'refusal.notYourOrganisation': 'That belongs to another organisation than yours.',
  'refusal.notContact':
    'The answer is submitted by {contact}, the contact of {organisation}. Ask the contact to submit it.',
  'refusal.notContact.nobody':
    'Nobody can submit the answer of {organisation} right now: there is neither a contact, a representative nor a deputy. The secretariat appoints another; write to it.',
  'refusal.notYourComment': 'The comment belongs to another organisation than yours.',
  'refusal.notEntitled':
    'You cannot vote here: you are not the representative or deputy of {organisation} in this vote. Write to the secretariat if that is a mistake.',
  'refusal.notEntitled.replaced':
    'You no longer represent {organisation}. The seat is now held by {name}. A ballot that you have cast stands until the new representative changes it.',
  'refusal.notInElectorate':
    'Your organisation was not a member when the vote opened, so it has no ballot in it.',
  'refusal.representativePresent':
    'The representative of {organisation} is in the meeting and casts the ballot. The deputy can vote while the representative is not present.',
  'refusal.deputyNotAllowed': 'Under the rules of procedure a deputy cannot vote.',
  'refusal.unknownAct': 'There is no such act.',
  'refusal.unknownView': 'There is no such page.',
  'refusal.notFound': 'What you are looking for does not exist, or you have no access to it.',
  'refusal.alreadyExists': 'It already exists: {what}.',
  'refusal.keyUsed':
    'This request has already been used for something else. Nothing was done now. Reload and try again.',
  'refusal.personElsewhere': 'The person belongs to another organisation.',
  'refusal.tenantNotLetIn':
    'The app lets nobody in from the Entra tenant {tenantId}. Whoever runs the app decides which.',
  'refusal.accountLinked': 'The person already has an account in the team. Only one can be linked.',
  'refusal.personLeft': '{name} is no longer in the partnership. Register the person again if that is wrong.',
  'refusal.withoutPlace': '{name} belongs to no member organisation. There is no place to end.',
  'refusal.placeOfSecretariat':
    '{name} belongs to the secretariat. Who does is decided in Entra and in the app’s settings, not here.',
  'refusal.secretariatHoldsNoSeat':
    '{name} belongs to the secretariat, which runs the cases and neither votes nor answers. Choose somebody else, or take the person out of the secretariat first.',
  'refusal.nothingHeld': 'No change is waiting to be confirmed.',
  'refusal.directoryNotConnected':
    'The app is not connected to a team or a group in Entra. Whoever runs the app sets that up.',
  'refusal.hearingClosed':
    'The hearing ended {deadlineAt}. This was not saved. Write to the secretariat if it is to be treated as a late answer.',
  'refusal.hearingClosed.over':
    'The hearing ended {deadlineAt}. The deadline can no longer be moved, and nobody can be reminded of it.',
  'refusal.hearingClosed.ahead':
    'The hearing ended {deadlineAt}. Write to the secretariat if something is to be treated as a late answer.',
  'refusal.deadlinePassed': 'The deadline must be in the future.',
  'refusal.deadlineNotLater': 'The new deadline must be after the present one, {deadlineAt}.',
  'refusal.deadlineMoved':
    'Somebody else has moved the deadline since you saw it: it is now {deadlineAt}. Nothing was changed now. Choose again if it is to be moved further.',
  'refusal.clauseUnknown': 'Clause {clause} is not in this version.',
  'refusal.duplicateClause': 'Clause {clause} occurs twice.',
  'refusal.commentWithdrawn': 'Comment {ref} has been withdrawn.',
  'refusal.commentChanged':
    'Comment {ref} has changed since you read it. Nothing was saved now. Read it as it stands, and press again if it still fits.',
  'refusal.commentAnswered':
    'Somebody else has answered {ref} since you read it. Your answer was not saved. Read the other answer; if you save again, yours takes its place.',
  'refusal.answerMoved':
    'Your answer or your comments have changed since you saw them. Nothing was submitted now. See how they are, and press again if it still fits.',
  'refusal.commentNumbersUsed':
    'The hearing has no more numbers for comments. The comment has not been saved. Send it to the secretariat in a mail.',
  'refusal.commentsEnough':
    '{organisation} has written {most} comments in the hearing, those that were withdrawn among them, and there can be no more. The comment has not been saved. Add it to one that you have written, or send it to the secretariat in a mail.',
  'refusal.answerSubmitted':
    'The answer of {organisation} was submitted {submittedAt}. The contact can change it until the deadline.',
  'refusal.answerSubmitted.left':
    'The comment was submitted with an answer of {organisation}. Only the contact can correct or withdraw it.',
  'refusal.receivedBeforeOpening':
    'It cannot have come before the hearing, which was opened {openedAt}. Correct the time.',
  'refusal.notYourOrganisation.written':
    'It was written for another organisation than the one you belong to now. Nothing was saved. Open the hearing again and write it there if it is your present organisation’s.',
  'refusal.answerInTime':
    '{organisation} answered in time, and that answer stands. What came late does not take its place: type it in as comments, which then stand beside the answer as late.',
  'refusal.answerInTime.reservation':
    'Your answer was submitted in time and stands as it is. The reservation can no longer be changed, and nothing was submitted now. Submit the comments alone, or write to the secretariat about the reservation.',
  'refusal.answerHasComments':
    '{organisation} has comments in the hearing ({count} from all of the organisation). Submit the answer with remarks, or withdraw them first.',
  'refusal.answerWithoutComments':
    '{organisation} has no comments in the hearing yet. Write a comment, or answer without remarks.',
  'refusal.jointUnknown':
    '{organisation} cannot be part of the joint answer: it must be another organisation that is a member.',
  'refusal.jointLate':
    'The hearing has ended, so nobody can be asked to join an answer any more. Nothing was submitted now. Submit the answer alone.',
  'refusal.noJointProposal':
    'There is no proposal of a joint answer to you in this hearing now. It may have been taken back.',
  'refusal.jointWhich':
    'Several have proposed a joint answer to you: {organisations}. Choose which one you mean.',
  'refusal.jointChanged':
    '{organisation} has changed its answer since you saw it. Nothing has changed on your side. See the new answer and choose again.',
  'refusal.versionElsewhere': 'The version belongs to another revision.',
  'refusal.gateNotMet': 'This cannot happen yet. Something is missing.',
  'refusal.reasonNeeded': 'This needs a reason, which is logged.',
  'refusal.meetingTimes': 'The meeting must end after it starts.',
  'refusal.sessionOpen': 'The meeting is already in session.',
  'refusal.sessionClosed': 'The meeting is not in session. The secretariat or the chair opens it.',
  'refusal.meetingOtherDay':
    'The meeting is planned for {startsAt} and cannot be put in session today. If it is held now, change its time first.',
  'refusal.meetingOtherDay.over':
    'The meeting was planned for {startsAt} and cannot be put in session any more. If something is to be decided, call a new meeting.',
  'refusal.voteOpen': 'There is an open vote in the meeting. Close it first.',
  'refusal.voteClosed.statement':
    'The vote closed {closedAt}. The minority statement was not saved. The vote against counts as it stood.',
  'refusal.voteClosed': 'The vote closed {closedAt}. Your ballot was not counted.',
  'refusal.meetingOver':
    'The meeting ended {overAt}, and ballots are cast in the meeting only. The ballot was not recorded. The secretariat or the chair closes the vote, or opens the meeting again if it goes on.',
  'refusal.meetingOver.statement':
    'The meeting ended {overAt}, and the minority statement was not saved. The vote against counts as it stands. If the statement is to go with it, ask the secretariat or the chair to open the meeting again before the vote is closed.',
  'refusal.meetingOver.ahead':
    'The meeting ended {overAt}, and votes are cast only in it. The secretariat or the chair closes the vote, or opens the meeting again if it goes on.',
  'refusal.notInMeeting.statement':
    'The meeting ended in Teams {overAt}, so the minority statement cannot be saved from here. The vote against counts as it stands. Ask the secretariat to mark you present now, or to open the meeting again, and then save.',
  'refusal.notInMeeting.over':
    'The meeting ended in Teams {overAt}, so your vote cannot be cast from here. Ask the secretariat to record it now, or to open the meeting again.',
  'refusal.notInMeeting':
    'Ballots are cast in the meeting, and Teams says you are not in it right now. Join the meeting and try again, or ask the secretariat to mark you present.',
  'refusal.presenceUnknown':
    'Teams could not say whether you are in the meeting, so the ballot was not recorded. Try again shortly, or ask the secretariat to mark you present.',
  'refusal.presenceUnclear':
    'The rule counts who is present, and Teams cannot say it of {organisations}. The vote is still open. Try again shortly, or mark whether they are present, and then close it.',
  'refusal.voteClosed.ahead': 'The vote closed {closedAt}.',
  'refusal.recusedYourself':
    'You have declared an interest in the matter, and that holds until the group decides otherwise. The other one who can vote for you can cast the vote. If the group decides that you have none, the secretariat records the vote for you.',
  'refusal.statementChanged':
    'The minority statement of {organisation} has changed since you saw it. Nothing was saved now. Read it as it is; if you press again, yours takes its place.',
  'refusal.statementOnlyAgainst': 'A minority statement can only go with a ballot against.',
  'refusal.noTieToDecide': 'There is no tie to decide.',
  'refusal.noTieToDecide.over':
    'A later vote in the case has been opened, and that is the one that counts. The tie is decided no more.',
  'refusal.secretNotOffered': 'A secret ballot is not offered. Ballots are open, by organisation.',
  'refusal.conversationUnknown': 'The bot is not in that chat. Add it to the meeting first.',
  'refusal.nothingToResend': 'There are no failed messages to send again.',
  'refusal.unexpected':
    'Something went wrong on our side. Nothing was changed. Quote the number {requestId} if you write to the secretariat.',
  'refusal.unavailable':
    'The app cannot answer right now. This attempt has changed nothing. Try again in a moment. Quote the number {requestId} if you write to the secretariat.',
  'refusal.outcomeUnknown':
    'The line broke while this was being saved, and we do not know yet whether it was. Look before you do it again. Quote the number {requestId} if you write to the secretariat.',
  'finding.versionMissing': 'There is no version of the proposal to hear about.',
  'finding.shortHearing.day': 'The hearing lasts {days} day; normally it is at least {least}.',
  'finding.shortHearing': 'The hearing lasts {days} days; normally it is at least {least}.',
  'finding.acrossJuly': 'The hearing runs into July.',
  'finding.internalHearingMissing': 'The internal hearing has not been held.',
  'finding.hearingStillOpen': 'A hearing is still open.',
  'finding.commentsUnanswered': 'Unanswered comments: {count}. Every comment must be answered.',
  'finding.partiesMissing': 'There are no parties on the hearing list.',
  'finding.publicPageMissing':
    'The app has no public hearing page yet, so an industry hearing cannot be opened here.',
  'finding.notInSession': 'The steering-group meeting is not in session.',
  'finding.notSteeringGroup': 'This is not a steering-group meeting.',
  'finding.notFinalVersion': 'This is not a final proposal.',
  'finding.olderVersion': 'There is a newer final proposal.',
  'finding.rulesUnconfirmed': 'The rules of procedure have not been confirmed by the secretariat.',
  'finding.noElectorate': 'No members are registered.',
  'finding.voteAlreadyOpen': 'There is already an open vote on the proposal.',
  'finding.alreadyDecided': 'The proposal has already been approved.',
  'finding.tieUndecided': 'A vote in the case ended in a tie that the chair has not decided yet.',
  'finding.representativeLeft': 'The representative of {organisations} is no longer with us and cannot vote.',
  'finding.notSpringMeeting': 'This is not the spring meeting.',
  'rule.base.cast': 'the ballots cast (for and against)',
  'rule.base.present': 'the members present',
  'rule.base.members': 'all members',
  'rule.threshold.simple': 'Carried when more than half of {base} are for.',
  'rule.threshold.2/3': 'Carried when at least two thirds of {base} are for.',
  'rule.threshold.3/4': 'Carried when at least three quarters of {base} are for.',
  'rule.tie.notCarried': 'Tie: not carried.',
  'rule.tie.chairDecides': 'Tie: the chair decides.',
  'rule.quorum.none': 'No quorum.',
  'rule.quorum': 'At least {percent} % of the members must be present.',
  'rule.deputies.yes': 'A deputy may vote.',
  'rule.deputies.no': 'A deputy may not vote.',
  'rule.open': 'Open ballot.',
  'arithmetic.counts':
    '{for} for, {against} against, {abstain} abstained, {recused}, {silent} cast no ballot, of {entitled}',
  'arithmetic.recused': '{count} recused',
  'arithmetic.recused.one': '1 recused',
  'arithmetic.tied': 'a tie, the chair decides',
  'arithmetic.inquorate': '{present} present, {needed} needed → no quorum',
  'arithmetic.carried': 'carried',
  'arithmetic.notCarried': 'not carried',
  'arithmetic.byChair': 'a tie, decided by the chair',
} as const;
