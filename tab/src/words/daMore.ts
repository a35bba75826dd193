import { reachTab } from '../../../bot/i18n/da/reach.ts';
import { peopleTab } from '../../../bot/i18n/da/people.ts';
import { caseTab } from '../../../bot/i18n/da/case.ts';
import { draftTab } from '../../../bot/i18n/da/draft.ts';
import { groupTab } from '../../../bot/i18n/da/group.ts';
import { hearingTab } from '../../../bot/i18n/da/hearing.ts';
import { answerTab } from '../../../bot/i18n/da/answer.ts';
import { schedulingTab } from '../../../bot/i18n/da/scheduling.ts';
import { meetingTab } from '../../../bot/i18n/da/meeting.ts';
import { voteTab } from '../../../bot/i18n/da/vote.ts';

export const words = {
  ...reachTab,
  ...peopleTab,
  ...caseTab,
  ...draftTab,
  ...groupTab,
  ...hearingTab,
  ...answerTab,
  ...schedulingTab,
  ...meetingTab,
  ...voteTab,
} as const;
