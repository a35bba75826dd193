import { reachTab } from '../../../bot/i18n/en/reach.ts';
import { peopleTab } from '../../../bot/i18n/en/people.ts';
import { caseTab } from '../../../bot/i18n/en/case.ts';
import { draftTab } from '../../../bot/i18n/en/draft.ts';
import { groupTab } from '../../../bot/i18n/en/group.ts';
import { hearingTab } from '../../../bot/i18n/en/hearing.ts';
import { answerTab } from '../../../bot/i18n/en/answer.ts';
import { schedulingTab } from '../../../bot/i18n/en/scheduling.ts';
import { meetingTab } from '../../../bot/i18n/en/meeting.ts';
import { voteTab } from '../../../bot/i18n/en/vote.ts';

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
