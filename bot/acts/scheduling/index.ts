import { answerPoll } from './answerPoll.ts';
import { dropScheduling } from './dropScheduling.ts';
import { findTime } from './findTime.ts';
import { noteCalendars } from './noteCalendars.ts';
import { openPoll } from './openPoll.ts';
import { readCalendars } from './readCalendars.ts';
import { renewCalendarLink } from './renewCalendarLink.ts';

export const schedulingActs = {
  findTime,
  readCalendars,
  openPoll,
  answerPoll,
  dropScheduling,
  renewCalendarLink,
  noteCalendars,
};
