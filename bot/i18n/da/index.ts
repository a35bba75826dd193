import { common } from './common.ts';
import { frameTab, frameWords } from './frame.ts';
import { reachTab, reachWords } from './reach.ts';
import { peopleTab, peopleWords } from './people.ts';
import { caseTab, caseWords } from './case.ts';
import { draftTab, draftWords } from './draft.ts';
import { groupTab, groupWords } from './group.ts';
import { hearingTab, hearingWords } from './hearing.ts';
import { answerTab, answerWords } from './answer.ts';
import { schedulingTab, schedulingWords } from './scheduling.ts';
import { meetingTab, meetingWords } from './meeting.ts';
import { voteTab, voteWords } from './vote.ts';
import { overviewTab, overviewWords } from './overview.ts';

/** Danish: the first language, and the list of keys. */
export const da = {
  ...common,
  ...frameWords,
  ...frameTab,
  ...reachWords,
  ...reachTab,
  ...peopleWords,
  ...peopleTab,
  ...caseWords,
  ...caseTab,
  ...draftWords,
  ...draftTab,
  ...groupWords,
  ...groupTab,
  ...hearingWords,
  ...hearingTab,
  ...answerWords,
  ...answerTab,
  ...schedulingWords,
  ...schedulingTab,
  ...meetingWords,
  ...meetingTab,
  ...voteWords,
  ...voteTab,
  ...overviewWords,
  ...overviewTab,
} as const;
