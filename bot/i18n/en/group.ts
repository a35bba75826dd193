export const groupWords = {
  'refusal.trackWithoutGroup':
    'A correction has no working group. The secretariat decides it and tells the steering group.',
  'refusal.groupMissing': 'The case has no working group yet. Form it first.',
  'refusal.noMembersPerson': '{name} belongs to no member organisation and cannot sit in a working group.',
  'event.groupFormed': 'The working group was formed',
  'event.groupJoined': 'A person from {organisation} joined the working group',
  'event.groupLeft': 'A person from {organisation} left the working group',
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
