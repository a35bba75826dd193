/** A joint answer on the tab's hearing page, and what its states are called everywhere. */
export const tabJoint = {
  'joint.waiting': 'has not decided',
  'joint.accepted': 'is part of it',
  'joint.fell': 'accepted before a change, asked again',
  'joint.declined': 'is not part of it',
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
  'tab.delivery.message.jointProposed': 'proposal of a joint answer',
  'tab.delivery.message.jointDecided': 'answer to a proposed joint answer',
  'tab.delivery.message.jointEnded': 'joint answer lapsed',
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
} as const;
