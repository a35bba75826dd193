import type { da } from '../da/index.ts';
import { common } from './common.ts';
import { frameWords } from './frame.ts';
import { frameTab } from './frameTab.ts';
import { reachWords } from './reach.ts';
import { reachTab } from './reachTab.ts';
import { peopleWords } from './people.ts';
import { peopleTab } from './peopleTab.ts';
import { caseWords } from './case.ts';
import { caseTab } from './caseTab.ts';
import { draftWords } from './draft.ts';
import { draftTab } from './draftTab.ts';
import { groupWords } from './group.ts';
import { groupTab } from './groupTab.ts';
import { hearingWords } from './hearing.ts';
import { hearingTab } from './hearingTab.ts';
import { schedulingWords } from './scheduling.ts';
import { schedulingTab } from './schedulingTab.ts';
import { meetingWords } from './meeting.ts';
import { meetingTab } from './meetingTab.ts';
import { voteWords } from './vote.ts';
import { voteTab } from './voteTab.ts';
import { overviewWords } from './overview.ts';
import { overviewTab } from './overviewTab.ts';

/** English: the same keys; the compiler says which are missing. */
export const en: Record<keyof typeof da, string> = {
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
  ...schedulingWords,
  ...schedulingTab,
  ...meetingWords,
  ...meetingTab,
  ...voteWords,
  ...voteTab,
  ...overviewWords,
  ...overviewTab,
};
