import type { Db } from '../../store/frame/database.ts';
import type { House } from '../../acts/frame/run.ts';
import type { Composer } from '../compose.ts';
import type {
  Messenger,
  Directory,
  Watching,
  Channels,
  Accounts,
  Files,
  Calendar,
  MeetingChats,
  Mail,
} from '../../ports.ts';
import type { Logger } from 'pino';

/** What a job works with. */
export interface Work {
  db: Db;
  house: House;
  composer: Composer;
  messenger: Messenger;
  sendRate: number;
  /** Null: no team or group is configured. */
  directory: Directory | null;
  watching: Watching | null;
  channels: Channels | null;
  accounts: Accounts | null;
  /** Null: files stay in the app. */
  files: Files | null;
  /** Null: no mailbox is configured. */
  calendar: Calendar | null;
  meetingChats: MeetingChats | null;
  mail: Mail | null;
  mailbox: string | null;
  /** Who is told that the trail does not hold; null: nobody but the log. */
  operatorMail: string | null;
  /** Where the tab shows this page. */
  link(page: string): string;
  log: Logger;
}
