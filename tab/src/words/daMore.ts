import { tabCase } from '../../../bot/i18n/da/tabCase.ts';
import { tabFiles } from '../../../bot/i18n/da/tabFiles.ts';
import { tabGroups } from '../../../bot/i18n/da/tabGroups.ts';
import { tabJoint } from '../../../bot/i18n/da/tabJoint.ts';
import { tabMeetings } from '../../../bot/i18n/da/tabMeetings.ts';
import { tabMembers } from '../../../bot/i18n/da/tabMembers.ts';
import { tabOwnCalendar } from '../../../bot/i18n/da/tabOwnCalendar.ts';
import { tabSetup } from '../../../bot/i18n/da/tabSetup.ts';

export const words = {
  ...tabCase,
  ...tabFiles,
  ...tabGroups,
  ...tabJoint,
  ...tabMeetings,
  ...tabMembers,
  ...tabOwnCalendar,
  ...tabSetup,
} as const;
