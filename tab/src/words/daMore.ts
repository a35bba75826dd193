import { reachTab } from '../../../bot/i18n/da/reachTab.ts';
import { peopleTab } from '../../../bot/i18n/da/peopleTab.ts';
import { caseTab } from '../../../bot/i18n/da/caseTab.ts';
import { draftTab } from '../../../bot/i18n/da/draftTab.ts';
import { groupTab } from '../../../bot/i18n/da/groupTab.ts';
import { hearingTab } from '../../../bot/i18n/da/hearingTab.ts';
import { schedulingTab } from '../../../bot/i18n/da/schedulingTab.ts';
import { meetingTab } from '../../../bot/i18n/da/meetingTab.ts';
import { voteTab } from '../../../bot/i18n/da/voteTab.ts';

export const words = {
  ...reachTab,
  ...peopleTab,
  ...caseTab,
  ...draftTab,
  ...groupTab,
  ...hearingTab,
  ...schedulingTab,
  ...meetingTab,
  ...voteTab,
} as const;
