export const groupWords = {
  'refusal.trackWithoutGroup':
    'A correction has no working group. The secretariat decides it and tells the steering group.',
  'refusal.groupMissing': 'The case has no working group yet. Form it first.',
  'refusal.noMembersPerson': '{name} belongs to no member organisation and cannot sit in a working group.',
  'refusal.seatVacant': '{organisation} has no representative at the moment. Appoint one first.',
  'refusal.leadMissing': 'The working group has no lead yet. Name one first.',
  'event.groupFormed': 'The working group was formed',
  'event.groupJoined': 'A person from {organisation} joined the working group',
  'event.groupLeft': 'A person from {organisation} left the working group',
  'event.leadNamed': '{organisation} leads the working group',
  'event.sparringNoted': 'Sparring with the lead: {text}',
  'event.channelMade': 'The working group’s channel in Teams: {name}',
  'channel.tab': 'The case',
  'channel.failure.denied':
    'Teams did not let the app do it. The page Setup shows which permission is missing and who can give it.',
  'channel.failure.gone': 'The channel was deleted in Teams. Restore it there, or make a new one here.',
  'channel.failure.nameTaken':
    'Teams has a channel of that name already, perhaps a deleted one. Restore or rename it in Teams, and try again.',
  'channel.failure.refused':
    'Teams refused the channel. Create it in Teams with a name that begins with {ref}, and try again.',
  'channel.failure.unavailable': 'Teams did not answer. The app will try again by itself.',
  'channel.failure.notConnected':
    'The app is not connected with a team. Whoever runs the app names the team in HOST_TEAM_ID.',
};

/** What the tab says of it: no more than that comes along with a page. */
export const groupTab = {
  'tab.case.part.group': 'Working group',
  'tab.group.form': 'Form the working group',
  'tab.group.formed': 'The working group was formed. Its channel in Teams is being made now.',
  'tab.group.none':
    'The case has no working group yet. Once formed, it gets a channel in the host team with the case as a tab.',
  'tab.group.channel': 'The channel in Teams',
  'tab.group.open': 'Open the channel in Teams',
  'tab.group.making': 'The channel is being made now. The page updates itself.',
  'tab.group.retry': 'Try again',
  'tab.group.retried': 'Teams is asked again now. The page updates itself.',
  'tab.group.seats': 'Who is in it',
  'tab.group.represented': 'Members represented: {count} (at least 5 needed)',
  'tab.group.empty': 'Nobody is in it yet.',
  'tab.group.since': 'since {at}',
  'tab.group.left': 'Is no longer in the team and does not count',
  'tab.group.add': 'Add a person',
  'tab.group.added': 'The person is in the working group.',
  'tab.group.addIntro':
    'If the person is not in the team or has no app, Teams is asked at once. This page says how that went.',
  'tab.group.lead': 'Lead: {name}',
  'tab.group.noLead': 'Lead: not named',
  'tab.group.nameLead': 'Name the lead',
  'tab.group.leadNamed': 'The lead has been named.',
  'tab.group.leadIntro':
    'Whoever represents the member in the steering group leads the working group. The member counts among those represented.',
  'tab.group.noteSparring': 'Note sparring',
  'tab.group.sparring': 'What you talked over',
  'tab.group.sparringIntro':
    'The note stands with its date in the trail of the case. The secretariat can read it, and whoever is the lead when it is read.',
  'tab.group.sparringNoted': 'The note is kept in the trail of the case.',
  'tab.group.field': 'Field',
  'tab.field.both': 'environment and procurement',
  'tab.group.remove': 'Take out of the group',
  'tab.group.removed': 'The person is out of the working group. Membership of the team is unchanged.',
};
