import { tabCase } from '../../../bot/i18n/en/tabCase.ts';
import { tabFiles } from '../../../bot/i18n/en/tabFiles.ts';
import { tabGroups } from '../../../bot/i18n/en/tabGroups.ts';
import { tabJoint } from '../../../bot/i18n/en/tabJoint.ts';
import { tabMeetings } from '../../../bot/i18n/en/tabMeetings.ts';
import { tabMembers } from '../../../bot/i18n/en/tabMembers.ts';
import { tabOwnCalendar } from '../../../bot/i18n/en/tabOwnCalendar.ts';
import { tabSetup } from '../../../bot/i18n/en/tabSetup.ts';

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
