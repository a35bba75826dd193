import { rowsOf, type Reader } from '../frame/database.ts';
import { isUndelivered } from '../reach/undelivered.ts';
import { isPolling } from '../scheduling/polls.ts';

/** So many messages about one of what is no case's. */
export interface Unreached {
  id: string;
  title: string;
  due: Date | null;
  count: number;
}

const selectOfMeetings = `
  select m.id, m.title, m.starts_at as due, count(*)::int as count
  from meeting m join delivery d on d.about_id = m.id
  where m.ends_at > $1 and ${isUndelivered} group by m.id order by m.starts_at, m.id`;

/** About meetings, also cancelled ones, until they would be over: then there is nothing to come to. */
export const unreachedOfMeetings = (db: Reader, now: Date): Promise<Unreached[]> =>
  rowsOf<Unreached>(db, selectOfMeetings, [now]);

const selectOfPolls = `
  select s.id, s.title, s.respond_by as due, count(*)::int as count
  from scheduling s join delivery d on d.about_id = s.id
  where ${isPolling('s')} and ${isUndelivered}
  group by s.id order by s.respond_by, s.id`;

/** About polls that are under way. */
export const unreachedOfPolls = (db: Reader): Promise<Unreached[]> =>
  rowsOf<Unreached>(db, selectOfPolls, []);
