import { common } from './common.ts';
import { problems } from './problems.ts';
import { refusals } from './refusals.ts';
import { cards } from './cards.ts';
import { joint } from './joint.ts';
import { tab } from './tab.ts';
import { tabCase } from './tabCase.ts';
import { tabFiles } from './tabFiles.ts';
import { tabGroups } from './tabGroups.ts';
import { tabJoint } from './tabJoint.ts';
import { tabMeetings } from './tabMeetings.ts';
import { tabMembers } from './tabMembers.ts';
import { tabOwnCalendar } from './tabOwnCalendar.ts';
import { tabSetup } from './tabSetup.ts';
import { verification } from './verification.ts';
import { views } from './views.ts';
import { mails } from './mails.ts';
import { meetings } from './meetings.ts';
import { events } from './events.ts';
import { files } from './files.ts';
import { groups } from './groups.ts';
import { heads } from './heads.ts';
import { notices } from './notices.ts';
import { ownCalendar } from './ownCalendar.ts';

/** Danish: the first language, and the list of keys. */
export const da = {
  ...common,
  ...refusals,
  ...problems,
  ...cards,
  ...joint,
  ...tab,
  ...tabCase,
  ...tabFiles,
  ...tabGroups,
  ...tabJoint,
  ...tabMeetings,
  ...tabMembers,
  ...tabOwnCalendar,
  ...tabSetup,
  ...views,
  ...verification,
  ...mails,
  ...meetings,
  ...events,
  ...files,
  ...groups,
  ...heads,
  ...notices,
  ...ownCalendar,
} as const;
