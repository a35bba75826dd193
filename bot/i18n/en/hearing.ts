export const hearingWords = {
  'card.cancel': 'Cancel',
  'card.back': 'Back',
  'card.hearing.heading': '{kind}: {subject}',
  'card.hearing.asks':
    'The secretariat asks for your comments on {document}. The secretariat answers each comment after the deadline.',
  'card.hearing.deadline': 'Deadline',
  'card.hearing.firstDeadline': 'First deadline',
  'card.hearing.document': 'Document',
  'card.hearing.answersFor': 'Answers for',
  'card.hearing.submittedBy': 'Submitted by',
  'card.hearing.contact': 'Questions to',
  'card.hearing.oneAnswer': '{organisation} – one answer',
  'card.hearing.oneAnswerEach': 'Each organisation – one answer',
  'card.hearing.contactPerson': 'The organisation’s contact',
  'card.hearing.you': 'You, as contact',
  'card.hearing.yoursUntil':
    'Everyone in the organisation can write comments. Only you see them until the contact submits the answer. After that the secretariat does, and after the deadline all members.',
  'card.hearing.write': 'Write a comment',
  'card.hearing.writeMore': 'Write another',
  'card.hearing.noRemarks': 'No remarks',
  'card.hearing.read': 'Read the draft',
  'card.hearing.showMine': 'Show our comments',
  'card.hearing.until': 'Deadline {at}',
  'card.hearing.closed':
    'The hearing ended {at}. Nothing can be changed any more. The secretariat answers each comment; the answers can be read in the tab.',
  'card.hearing.latest': 'Your latest comments',
  'card.hearing.yours': 'Your comments ({count})',
  'card.hearing.none': 'You have not written any comments.',
  'card.hearing.summary': 'Hearing on {subject}: answer by {at}',
  'card.hearing.plainText': '{kind} ({ref}) on {subject}. Answer by {at}. Answer on the card or in the tab.',
  'card.hearing.mineSummary': 'Your answer in the hearing on {subject}',
  'card.hearing.mineText': 'Your answer in the hearing on {subject} can be changed until {at}.',
  'card.hearing.nobodysText': 'The hearing on {subject} is open until {at}.',
  'card.hearing.mineClosed': 'The hearing on {subject} ended {at}.',
  'card.comment.clause': 'Clause',
  'card.comment.clauseNumber': 'Clause (write its number, e.g. 5.b; an empty field is the whole draft)',
  'card.comment.type': 'Type',
  'card.comment.typeMissing': 'Choose a type.',
  'card.comment.text': 'Comment',
  'card.comment.textHint': 'What should be changed, and why?',
  'card.comment.textMissing': 'Write the comment before you save.',
  'card.comment.proposedChange': 'Proposed new text (optional)',
  'card.comment.save': 'Save comment',
  'card.comment.saveEdit': 'Save the change',
  'card.comment.edit': 'Edit',
  'card.comment.showMore': 'Show more of your comments',
  'card.comment.editRef': 'Edit {ref} or withdraw it',
  'card.comment.withdraw': 'Withdraw',
  'card.edit.heading': 'Edit comment {ref}',
  'card.edit.until': 'Can be edited or withdrawn until {at}.',
  'card.edit.tooLong': 'The comment is too long to edit on the card. Edit it in the tab.',
  'card.edit.inTab': 'Edit in the tab',
  'card.edit.stands': 'As it stands now ({about}):',
  'card.edit.withdrawn': 'Comment {ref} has been withdrawn.',
  'card.edit.submitted':
    'Comment {ref} has been submitted by your contact. Only the contact can edit or withdraw it, until {at}.',
  'card.edit.over': 'Comment {ref} cannot be edited: the hearing closed {at}.',
  'card.edit.notFound': 'The comment is not among yours. The deadline of the hearing is {at}.',
  'card.receipt.saved': 'Saved at {time}: comment {ref} on {about}.',
  'card.receipt.edited': 'Edited at {time}: comment {ref} on {about}.',
  'card.receipt.withdrawn': 'Withdrawn at {time}: comment {ref}.',
  'card.receipt.submitted': 'Submitted at {time}: your answer, {state}.',
  'card.receipt.waits': '{contact} submits your answer. Until then only you see the comment.',
  'card.receipt.waitsForContact': 'Your contact submits the answer. Until then only you see the comment.',
  'card.receipt.waitsForYou': 'Only you see the comment until you submit your answer.',
  'card.receipt.seen': 'The comment is part of your answer, which the secretariat sees.',
  'card.receipt.until.saved': 'It can be edited or withdrawn until {at}.',
  'card.receipt.until.staff':
    'It can be edited or withdrawn until your answer is submitted, and no later than {at}.',
  'card.receipt.until.edited': 'It can be edited again or withdrawn until {at}.',
  'card.receipt.until.withdrawn': 'You can write new comments until {at}.',
  'card.receipt.until.submitted':
    'The answer can be changed until {at}. After that all members can see it, and the secretariat answers the comments in the hearing.',
  'card.answer.give': 'Submit our answer',
  'card.answer.change': 'Change our answer',
  'card.answer.submit': 'Submit the answer',
  'card.answer.submitAgain': 'Submit the changed answer',
  'card.answer.submits.withRemarks': 'The answer is submitted with your comments.',
  'card.answer.submits.noRemarks': 'The answer is submitted without remarks.',
  'card.answer.reservation': 'Political reservation (optional)',
  'card.answer.jointWith': 'Joint answer together with (optional)',
  'card.answer.submitted': 'The answer of {organisation} was submitted {time}: {state}.',
  'card.answer.together': 'Together with: {names}.',
  'card.answer.reserved': 'Reservation: {text}',
  'card.answer.changeable': 'The contact can change it until the deadline.',
  'card.answer.never': '{organisation} has not submitted an answer.',
  'card.answer.neverSent':
    '{organisation} has not submitted an answer. Only you see the comments that were not submitted ({count}). The contact can still submit them; the answer is then late.',
  'card.answer.yoursToSubmit':
    'The answer of {organisation} has not been submitted yet. You submit it as contact.',
  'card.answer.submittedBy': 'The answer of {organisation} has not been submitted yet. {contact} submits it.',
  'card.answer.noContact':
    'The answer of {organisation} has not been submitted yet. There is no contact, so the representative submits it.',
  'card.answer.noOrganisation':
    'You do not answer for a member in this hearing. Write to the secretariat if this is a mistake.',
  'card.late.closed.comment': 'The hearing ended {at}. Your comment has not been saved.',
  'card.late.closed.change':
    'The hearing ended {at}. Your change has not been saved; the comment stands as it was.',
  'card.late.closed.withdrawal': 'The hearing ended {at}. The comment has not been withdrawn.',
  'card.late.closed.answer': 'The hearing ended {at}. Your answer has not been submitted now.',
  'card.late.stands': 'The answer you had submitted stands.',
  'card.late.still': 'The hearing ended {at}. What you wrote can still be submitted as a late answer.',
  'card.late.whatNow': 'Write to the secretariat if it should be treated as a late answer.',
  'card.late.whatNowText':
    'Write to the secretariat if it should be treated as a late answer. Your text is still in the field.',
  'card.late.summary.comment': 'The hearing on {subject} has ended; your comment has not been saved',
  'card.late.summary.change': 'The hearing on {subject} has ended; your change has not been saved',
  'card.late.summary.withdrawal': 'The hearing on {subject} has ended; the comment has not been withdrawn',
  'card.late.summary.answer': 'The hearing on {subject} has ended; your answer has not been submitted now',
  'card.answer.changeInTab': 'Change our answer in the tab',
  'card.reminder.missing':
    'The secretariat has no answer from {organisation}. Answer by {at}. If you have no remarks, answer that.',
  'card.reminder.unsubmitted':
    'You have written comments ({count}), but the answer of {organisation} has not been submitted. It is due by {at}.',
  'card.reminder.summary': 'Reminder: answer on {subject} by {at}',
  'card.reminder.plainText':
    'The secretariat has no answer from {organisation} in the hearing on {subject}. Answer by {at}.',
  'card.extended.said': 'The secretariat has extended the hearing. The new deadline is {at}.',
  'card.extended.plainText':
    'The secretariat has extended the hearing on {subject}. The new deadline is {at}.',
  'card.extended.kept': 'What you have already written is saved.',
  'card.extended.submitted':
    'Your answer has been submitted and stands. You can change it until the new deadline.',
  'card.extended.summary': 'New deadline for {subject}: {at}',
  'card.joint.said': '{by} has submitted a joint answer, also on behalf of {organisation}.',
  'card.joint.choice':
    'If this is agreed, you need do nothing more. Otherwise you can submit your own answer until {at} or write to {by}.',
  'card.joint.show': 'See or change our answer',
  'card.joint.summary': '{by} has answered on your behalf too on {subject}',
  'card.refusal.heading': 'This was not done',
  'card.joint.proposed': '{by} proposes a joint answer together with {organisation}.',
  'card.joint.fell':
    '{by} has changed its answer or its comments after {organisation} accepted. Your yes therefore no longer counts.',
  'card.joint.afterNo':
    '{by} asks again about a joint answer: the answer is another than the one {organisation} declined.',
  'card.joint.ownStands':
    'Until you accept, the answer that {organisation} has submitted itself stands: {state}. You can change it until {at}.',
  'card.joint.standsNothing':
    '{organisation} has no answer in the hearing at the moment. Accept again, or answer yourselves, by {at}.',
  'card.joint.ownStood':
    'The hearing ended {at}. The answer that {organisation} had submitted itself stands: {state}.',
  'card.joint.lateYes':
    'The hearing ended {at}, and {organisation} has no answer. You can still accept; the answer is then late.',
  'card.joint.stoodNothing':
    'The hearing ended {at}, and {organisation} has no answer. Write to the secretariat if you want to answer late.',
  'card.joint.fellSummary': '{by} has changed the joint answer on {subject}: your yes no longer counts',
  'card.joint.wouldFall':
    'If you change the answer or its comments, the yes of {names} no longer counts, and they are asked again.',
  'card.joint.haveFallen':
    'You have changed the answer after they accepted: {names}. Their yes no longer counts, and they have been asked again.',
  'card.joint.isIn': '{organisation} is part of the joint answer of {by}.',
  'card.joint.isOut': '{organisation} has declined a joint answer with {by}.',
  'card.joint.words': 'The answer of {by}: {state}',
  'card.joint.noRemarks': 'No comments in the answer.',
  'card.joint.others': 'Also asked: {names}.',
  'card.joint.meaning':
    'If you accept, your answer is the same as that of {by}. You can change it until {at}. Until you accept, the proposal does not count.',
  'card.joint.replaces': 'Accepting takes the place of the answer you have submitted yourselves.',
  'card.joint.keeps': 'Comments that you have submitted ({count}) stay in your name.',
  'card.joint.drafts':
    'Comments that you have not submitted ({count}) are still seen by you only; they are not part of it.',
  'card.joint.decidedBy': '{contact} decides on it.',
  'card.joint.accept': 'Yes, we are part of it',
  'card.joint.decline': 'No, we are not part of it',
  'card.joint.see': 'See the proposed joint answer',
  'card.joint.asked': 'Asked about a joint answer: {names}. They count only once they accept themselves.',
  'card.joint.one': '{name} ({state})',
  'card.joint.hint':
    'They are asked, and count only once they accept themselves. If you change the answer or its comments, they are asked again.',
  'card.joint.proposedSummary': '{by} proposes a joint answer to you on {subject}: answer by {at}',
  'card.joint.decided.accepted': '{organisation} is now part of your joint answer.',
  'card.joint.decided.declined': '{organisation} is not part of your joint answer.',
  'card.joint.covers': 'Your answer now stands for you and for {names}.',
  'card.joint.coversYou': 'Your answer now stands for yourselves only.',
  'card.joint.awaited': 'Asked, but have not decided: {names}.',
  'card.joint.decidedSummary.accepted': '{organisation} is part of your answer on {subject}',
  'card.joint.decidedSummary.declined': '{organisation} is not part of your answer on {subject}',
  'card.joint.ended':
    '{by} no longer proposes a joint answer together with {organisation}. A yes to it no longer counts.',
  'card.joint.endedNothing': '{organisation} now has no answer in the hearing. Answer yourselves by {at}.',
  'card.joint.endedOwn':
    'What counts now is the answer that {organisation} submitted itself: {state}. You can change it until {at}.',
  'card.joint.endedSummary': 'The joint answer with {by} on {subject} has lapsed',
  'card.receipt.joined': 'Recorded {time}: your answer is now joint with {by}.',
  'card.receipt.declined': 'Recorded {time}: you are not part of the joint answer of {by}.',
  'card.receipt.until.joined': 'You can change it until {at}.',
  'card.receipt.until.declined': 'You can change it until {at}.',
  'card.late.closed.joint':
    'The hearing ended {at}. Your answer to the proposal of a joint answer has not been saved.',
  'card.late.summary.joint':
    'The hearing on {subject} has ended; the answer to the proposal has not been saved',
  'card.answer.late.beside':
    'Comments that you have not submitted ({count}) are submitted late. Your answer was submitted in time and stands as it is. The comments cannot be changed afterwards.',
  'card.answer.late.submits':
    'The answer is submitted late, with your comments. It cannot be changed afterwards.',
  'card.answer.sendLate': 'Submit the comments late',
  'card.answer.giveLate': 'Submit comments late',
  'card.late.stillBeside':
    'The hearing ended {at}. Comments that you have not submitted ({count}) can still be submitted, late. Your answer was submitted in time and stands as it is.',
  'card.receipt.cameLate':
    'Recorded at {time}: comments submitted late ({count}). Your answer stands as it is.',
  'card.joint.leaves':
    'You are part of the joint answer of {by}. If you submit an answer of your own, you are part of it no longer, and {by} is told.',
  'card.joint.leave': 'Answer by ourselves, without the joint answer',
  'card.joint.leaveSubmit': 'Leave the joint answer and submit our own',
  'card.receipt.besideJoint':
    'Only you see the comment; it is not part of the joint answer. To have it taken in, ask {by} to write it in, or send it to the secretariat in a mail.',
  'card.joint.stoodDrafts':
    'The hearing ended {at}, and {organisation} has no answer. Comments that were not submitted ({count}) can still be submitted, late.',
  'event.sealedAnswersRead':
    'The secretariat has looked at the answers in the hearing that are sealed from members',
  'event.jointProposed': '{organisation} has been asked about a joint answer',
  'event.jointAccepted': '{organisation} is part of a joint answer',
  'event.jointDeclined': '{organisation} is not part of a joint answer',
  'event.jointLapsed': 'The answer has changed, and {organisation} has been asked again about a joint answer',
  'event.answerAlone': '{organisation} answers for itself again',
  'event.answerAlone.nothing':
    '{organisation} is no longer part of a joint answer and has submitted none of its own',
  'event.answerSubmitted.late': '{organisation} has submitted its answer late',
  'event.jointAccepted.late': '{organisation} has joined an answer late',
  'event.jointEnded': '{organisation} is no longer asked about a joint answer',
  'event.hearingOpened': 'Hearing H{number} opened, deadline {deadline}',
  'event.deadlineExtended': 'Deadline extended to {to}',
  'event.commentAdded': 'Comment {ref} received from {organisation}',
  'event.commentEdited': 'Comment {ref} edited by {organisation}',
  'event.commentWithdrawn': 'Comment {ref} withdrawn by {organisation}',
  'event.commentDisposed': 'Comment {ref} answered',
  'event.commentsCameLate': '{organisation} has submitted comments late; the answer that came in time stands',
  'event.answerSubmitted': '{organisation} has submitted its answer',
  'event.answerChanged': 'The answer of {organisation} follows its comments',
  'event.missingReminded': 'Reminder sent to those missing',
  'refusal.organisationNeeded':
    'The secretariat does not answer for itself. Say which organisation it is about.',
  'refusal.notYourComment': 'The comment belongs to another organisation than yours.',
  'refusal.hearingClosed':
    'The hearing ended {deadlineAt}. This was not saved. Write to the secretariat if it is to be treated as a late answer.',
  'refusal.hearingClosed.over':
    'The hearing ended {deadlineAt}. The deadline can no longer be moved, and nobody can be reminded of it.',
  'refusal.hearingClosed.ahead':
    'The hearing ended {deadlineAt}. Write to the secretariat if something is to be treated as a late answer.',
  'refusal.deadlineNotLater': 'The new deadline must be after the present one, {deadlineAt}.',
  'refusal.deadlineMoved':
    'Somebody else has moved the deadline since you saw it: it is now {deadlineAt}. Nothing was changed now. Choose again if it is to be moved further.',
  'refusal.clauseUnknown': 'Clause {clause} is not in this version.',
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
  'refusal.receivedBeforeOpening':
    'It cannot have come before the hearing, which was opened {openedAt}. Correct the time.',
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
  'finding.shortHearing.day': 'The hearing lasts {days} day; normally it is at least {least}.',
  'finding.shortHearing': 'The hearing lasts {days} days; normally it is at least {least}.',
  'finding.acrossJuly': 'The hearing runs into July.',
  'finding.internalHearingMissing': 'The internal hearing has not been held.',
  'finding.partiesMissing': 'There are no parties on the hearing list.',
  'finding.publicPageMissing':
    'The app has no public hearing page yet, so an industry hearing cannot be opened here.',
};
