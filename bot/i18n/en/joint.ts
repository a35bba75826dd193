/** A joint answer: who proposes it to whom, what was said, and what holds then. */
export const joint = {
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
  'task.answerJoint': 'Decide on a joint answer with {by}: {title}',
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
  'task.besideJoint':
    'Comments that are not part of the joint answer ({count}). To have them taken in, send them to the secretariat in a mail, or answer by yourselves: {title}',
  'card.joint.stoodDrafts':
    'The hearing ended {at}, and {organisation} has no answer. Comments that were not submitted ({count}) can still be submitted, late.',
} as const;
