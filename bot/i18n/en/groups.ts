import type { groups as danish } from '../da/groups.ts';

export const groups: Record<keyof typeof danish, string> = {
  'refusal.trackWithoutGroup':
    'A correction has no working group. The secretariat decides it and tells the steering group.',
  'refusal.groupMissing': 'The case has no working group yet. Form it first.',
  'refusal.noMembersPerson': '{name} belongs to no member organisation and cannot sit in a working group.',
  'refusal.reachedAlready': '{name} is in the team and has the app. There is nothing more to do.',
  'event.groupFormed': 'The working group was formed',
  'event.groupJoined': 'A person from {organisation} joined the working group',
  'event.placeEnded': 'A person from {organisation} is no longer with us',
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
  'reach.way.chat': 'Reached in chat',
  'reach.way.mail': 'Reached by mail only',
  'reach.way.none': 'Cannot be reached',
  'reach.lacks.guest': 'Has no account with us',
  'reach.lacks.team': 'Is not in the team',
  'reach.lacks.app': 'Does not have the app',
  'reach.failure.denied':
    'Teams did not let the app do it. The page Setup shows which permission is missing and who can give it.',
  'reach.failure.invitesOff':
    'The app does not invite guests here. Ask the administrator to invite the person as a guest.',
  'reach.failure.noAddress': 'The person has no mail address in the register.',
  'reach.failure.accountTaken': 'The account belongs to somebody else in the register.',
  'reach.failure.unknownAccount': 'Teams does not know the account. It may be deleted or blocked.',
  'reach.failure.refused': 'Teams said no without saying why. Do it in Teams.',
  'reach.failure.unavailable': 'Teams did not answer. Try again in a while.',
  'reach.failure.notConnected':
    'The app is not connected with a team. Whoever runs the app names the team in HOST_TEAM_ID.',
  'reach.failure.removed': 'The person removed the app and can add it again in Teams.',
  'connection.call.channels': 'See which channels the team has',
  'connection.call.channelCreate': 'Create the working groups’ channels',
  'connection.call.tabs': 'See which tabs a channel has',
  'connection.call.tabPin': 'Pin the case as a tab of the channel',
  'connection.call.teamJoin': 'Add people to the team',
  'connection.call.userInstall': 'Give people the app, so that cards arrive',
  'connection.call.feed': 'Show in Activity in Teams what was also sent by mail',
  'connection.call.invitations': 'Invite guests (only when INVITE_GUESTS is set)',
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
};
