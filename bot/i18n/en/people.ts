export const peopleWords = {
  'card.replaced.summary': 'You no longer vote for {organisation}: {subject}',
  'card.vacant.heading': 'Nobody to answer or vote',
  'card.vacant.summary': 'Members with nobody who can answer or vote for them: {count}',
  'card.vacant.inHearing':
    'Members that have not answered in the hearing on {subject}, and that nobody can answer for: {count}. The deadline is {at}.',
  'card.vacant.answerers': 'No contact, representative or deputy who can answer at:',
  'card.vacant.representatives': 'No representative who can vote at:',
  'card.vacant.settled': 'No longer needed',
  'card.vacant.filled': 'No member lacks somebody who can answer or vote for it any more.',
  'card.vacant.filledInHearing':
    'No member that the hearing waits for lacks somebody who can answer any more.',
  'card.vacant.over': 'The hearing is over, so nobody is needed to answer in it any more.',
  'card.vacant.todo':
    'Appoint somebody under Members. Whoever is appointed is told of the hearings and votes that are open.',
  'event.personRegistered': 'A person of {organisation} registered',
  'event.representativeAppointed': 'Representative appointed for {organisation}',
  'event.deputyNamed': 'Deputy named for {organisation}',
  'event.contactNamed': 'Contact named for {organisation}',
  'event.accountLinked': 'An account linked to a person in the register',
  'event.personLeft': 'A person of {organisation} has left the team',
  'event.personReturned': 'A person of {organisation} is back in the team',
  'event.secretariatJoined': 'A person has joined the secretariat',
  'event.secretariatLeft': 'A person has left the secretariat',
  'event.placeEnded': 'A person from {organisation} is no longer with us',
  'event.memberRegistered': '{name} registered as a member',
  'refusal.reachedAlready': '{name} is in the team and has the app. There is nothing more to do.',
  'refusal.secretariatOnly': 'Only the secretariat can do this.',
  'refusal.notContact':
    'The answer is submitted by {contact}, the contact of {organisation}. Ask the contact to submit it.',
  'refusal.notContact.nobody':
    'Nobody can submit the answer of {organisation} right now: there is neither a contact, a representative nor a deputy. The secretariat appoints another; write to it.',
  'refusal.personElsewhere': 'The person belongs to another organisation.',
  'refusal.tenantNotLetIn':
    'The app lets nobody in from the Entra tenant {tenantId}. Whoever runs the app decides which.',
  'refusal.personLeft': '{name} is no longer in the partnership. Register the person again if that is wrong.',
  'refusal.withoutPlace': '{name} belongs to no member organisation. There is no place to end.',
  'refusal.placeOfSecretariat':
    '{name} belongs to the secretariat. Who does is decided in Entra and in the app’s settings, not here.',
  'refusal.secretariatHoldsNoSeat':
    '{name} belongs to the secretariat, which runs the cases and neither votes nor answers. Choose somebody else, or take the person out of the secretariat first.',
};
