import { reachTab } from '../../../bot/i18n/en/reachTab.ts';
import { peopleTab } from '../../../bot/i18n/en/peopleTab.ts';
import { caseTab } from '../../../bot/i18n/en/caseTab.ts';
import { draftTab } from '../../../bot/i18n/en/draftTab.ts';
import { groupTab } from '../../../bot/i18n/en/groupTab.ts';
import { hearingTab } from '../../../bot/i18n/en/hearingTab.ts';
import { schedulingTab } from '../../../bot/i18n/en/schedulingTab.ts';
import { meetingTab } from '../../../bot/i18n/en/meetingTab.ts';
import { voteTab } from '../../../bot/i18n/en/voteTab.ts';

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
