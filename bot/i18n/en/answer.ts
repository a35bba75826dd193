export const answerWords = {
  'card.hearing.answersFor': 'Answers for',
  'card.hearing.oneAnswer': '{organisation} – one answer',
  'card.hearing.oneAnswerEach': 'Each organisation – one answer',
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
  'card.late.closed.answer': 'The hearing ended {at}. Your answer has not been submitted now.',
  'card.late.summary.answer': 'The hearing on {subject} has ended; your answer has not been submitted now',
  'card.answer.changeInTab': 'Change our answer in the tab',
  'card.joint.said': '{by} has submitted a joint answer, also on behalf of {organisation}.',
  'card.joint.choice':
    'If this is agreed, you need do nothing more. Otherwise you can submit your own answer until {at} or write to {by}.',
  'card.joint.show': 'See or change our answer',
  'card.joint.summary': '{by} has answered on your behalf too on {subject}',
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
  'event.answerSubmitted': '{organisation} has submitted its answer',
  'event.answerChanged': 'The answer of {organisation} follows its comments',
  'refusal.commentAnswered':
    'Somebody else has answered {ref} since you read it. Your answer was not saved. Read the other answer; if you save again, yours takes its place.',
  'refusal.answerMoved':
    'Your answer or your comments have changed since you saw them. Nothing was submitted now. See how they are, and press again if it still fits.',
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
};

/** What the tab says of it: no more than that comes along with a page. */
export const answerTab = {
  'tab.answer': 'Answer',
  'tab.answer.details': 'Details',
  'tab.answer.submittedAt': 'Submitted',
  'tab.answer.sealed':
    'Until the deadline each organisation sees only its own answer. After it, all members see all answers.',
  'tab.answer.with': 'together with {names}',
  'tab.answer.reservationIs': 'reservation: {text}',
  'tab.answer.uninvited': 'not invited',
  'tab.answer.fromMailOnly': 'comments typed in from a mail, without an answer',
  'tab.answer.mine': 'Answer from {organisation}',
  'tab.answer.state': 'Submitted: {state}, {at}.',
  'tab.answer.notYet': 'The answer has not been submitted.',
  'tab.answer.waits': 'Comments that only you see until the contact submits the answer: {count}.',
  'tab.answer.waitsLate':
    'Comments that were never submitted and that only you see: {count}. The contact can still submit them; the answer is then late.',
  'tab.answer.mailLate':
    'Comments that are not part of the joint answer and that only you see: {count}. To have them taken in, send them to the secretariat in a mail.',
  'tab.answer.contact': '{name} submits the answer for the organisation.',
  'tab.answer.submit': 'Submit our answer',
  'tab.answer.resubmit': 'Submit the answer again',
  'tab.answer.submittedDone': 'The answer is submitted.',
  'tab.answer.intro':
    'The answer is for all of {organisation}. You have written comments ({count}). It can be submitted again until the deadline.',
  'tab.answer.position': 'Our answer is',
  'tab.answer.position.theirs': 'The answer is',
  'tab.answer.fromMail': 'Type in an answer from a mail',
  'tab.answer.reservation': 'Political reservation',
  'tab.answer.reservationHint': 'If the answer awaits a political decision.',
  'tab.answer.joint': 'Joint answer with',
  'tab.comments.onlyUnanswered': 'Only unanswered ({count})',
  'tab.comments.unanswered': 'unanswered',
  'tab.joint.heading': 'Proposal of a joint answer from {by}',
  'tab.joint.state.waiting': 'You have not decided on the proposal.',
  'tab.joint.state.accepted': 'You have accepted the proposal.',
  'tab.joint.state.declined': 'You have declined the proposal.',
  'tab.joint.contact': '{name} decides on it for the organisation.',
  'tab.joint.fell': '{by} has changed the answer after you accepted. Your yes therefore no longer counts.',
  'tab.joint.afterNo': '{by} asks again: the answer is another than the one you declined.',
  'tab.joint.ownStands':
    'Until you accept, the answer that {organisation} has submitted itself stands: {state}.',
  'tab.joint.standsNothing':
    '{organisation} has no answer in the hearing at the moment. Accept again, or answer yourselves, by {at}.',
  'tab.joint.ownStood': 'The answer that {organisation} had submitted itself stands: {state}.',
  'tab.joint.lateYes':
    'The hearing ended {at}, and {organisation} has no answer. You can still accept; the answer is then late.',
  'tab.joint.stoodNothing':
    'The hearing ended {at}, and {organisation} has no answer. Write to the secretariat if you want to answer late.',
  'tab.joint.wouldFall':
    'If you change the answer or its comments, the yes of {names} no longer counts, and they are asked again.',
  'tab.joint.haveFallen':
    'You have changed the answer after they accepted: {names}. Their yes no longer counts, and they have been asked again.',
  'tab.joint.reserved': 'Reservation: {text}',
  'tab.joint.words': 'The answer of {by}: {state}.',
  'tab.joint.others': 'Also asked: {names}',
  'tab.joint.accept': 'Yes, we are part of the answer of {by}',
  'tab.joint.decline': 'No, we are not part of the answer of {by}',
  'tab.joint.intro':
    'Your answer becomes the same as that of {by} and can be changed until the deadline. An answer that you have submitted yourselves then no longer counts; comments that you have submitted stay, and the others are still seen by you only.',
  'tab.joint.accepted': 'You are part of the joint answer.',
  'tab.joint.declined': 'You are not part of the joint answer.',
  'tab.joint.asked': 'asked about a joint answer: {names}',
  'tab.joint.hint':
    'They are asked, and count only once they accept themselves. If you change the answer or its comments, they are asked again.',
  'tab.joint.fromMail': 'Enter a yes to a joint answer from a mail',
  'tab.joint.sender': 'Joint answer of',
  'tab.joint.mailed': 'The organisation is part of the joint answer.',
  'tab.answer.waitsBeside':
    'Comments that were never submitted and that only you see: {count}. The contact can still submit them, late. Your answer stands as it is.',
  'tab.answer.introBeside':
    'Comments that you have not submitted ({count}) are submitted late. Your answer was submitted in time and stands as it is. The comments cannot be changed afterwards.',
  'tab.answer.introLate':
    'The answer is for all of {organisation}. You have written comments ({count}). The answer will be late and cannot be changed afterwards.',
  'tab.answer.sendLate': 'Submit comments late',
  'tab.answer.sentLate': 'The comments are submitted, late.',
  'tab.answer.cameLate': 'came late',
  'tab.joint.leaves':
    'You are part of the joint answer of {by}. If you submit an answer of your own, you are part of it no longer, and {by} is told.',
  'tab.joint.leave': 'Answer by ourselves, without the joint answer',
  'tab.joint.leaveSubmit': 'Leave the joint answer and submit our own',
  'tab.joint.waits':
    'Comments that are not part of the joint answer and that only you see: {count}. To have them taken in, send them to the secretariat in a mail, or answer by yourselves.',
  'tab.joint.stoodDrafts':
    'The hearing ended {at}, and {organisation} has no answer. Comments that were not submitted ({count}) can still be submitted, late.',
  'joint.waiting': 'has not decided',
  'joint.accepted': 'is part of it',
  'joint.fell': 'accepted before a change, asked again',
  'joint.declined': 'is not part of it',
};
