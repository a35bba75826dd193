import type { tabGroups as da } from '../da/tabGroups.ts';

export const tabGroups: Record<keyof typeof da, string> = {
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
  'tab.group.field': 'Field',
  'tab.field.both': 'environment and procurement',
  'tab.group.remove': 'Take out of the group',
  'tab.group.removed': 'The person is out of the working group. Membership of the team is unchanged.',
  'tab.reach.bring': 'Bring into Teams',
  'tab.reach.intro':
    'The person is invited as a guest, added to the team and given the app, whatever is lacking.',
  'tab.reach.asked': 'Teams is asked now. The page updates itself.',
  'tab.reach.waiting': 'Teams was asked {at}',
  'tab.configure.title': 'What should the tab show?',
  'tab.configure.all': 'All working groups',
  'tab.configure.which': 'Case',
  'tab.configure.save': 'Press Save in Teams once you have chosen.',
};
