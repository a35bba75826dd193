import { t } from '../../i18n/index.ts';
import type { TestableCall } from '../../process/reach/graphCalls.ts';
import { directorySourceRows } from '../../store/reach/directory.ts';
import { noteGraphCall } from '../../store/reach/watching.ts';
import type { Jobs } from '../enqueue.ts';
import type { Work } from '../frame/work.ts';

/** A link of no meeting: Teams finds nothing, and that it looked is what is tested. */
const noMeeting = 'https://teams.microsoft.com/meet/0';
const hourMs = 3600_000;

type Try = (work: Work) => (() => Promise<unknown>) | null;

const groupIds = async ({ db }: Work, of: (source: string) => boolean): Promise<string[]> =>
  (await directorySourceRows(db)).filter(({ source }) => of(source)).map(({ groupId }) => groupId);

/** What to do for each kind, or null when the app has not been given what it takes. */
const tries: Record<TestableCall, Try> = {
  teamMembers: (work) => {
    const { directory } = work;
    return directory && (() => each(work, (source) => source === 'team', directory.team));
  },
  groupMembers: (work) => {
    const { directory } = work;
    return directory && (() => each(work, (source) => source !== 'team', directory.group));
  },
  groupChanges: (work) => {
    const { directory } = work;
    return directory && (async () => directory.cursor(await groupIds(work, () => true)));
  },
  channels: (work) => {
    const { channels } = work;
    return channels && (() => each(work, (source) => source === 'team', channels.all));
  },
  filesFolder: (work) => {
    const { files } = work;
    return (
      files &&
      (() =>
        each(
          work,
          (source) => source === 'team',
          (teamId) => files.folder(teamId, null),
        ))
    );
  },
  freeBusy: ({ calendar, mailbox, house }) => {
    if (!calendar || !mailbox) return null;
    const now = house.clock.now();
    return () => calendar.freeBusy([mailbox], now, new Date(now.getTime() + hourMs));
  },
  onlineMeetings: ({ meetingChats }) => meetingChats && (() => meetingChats.threadOf(noMeeting)),
  // To the mailbox itself: a test reaches nobody else.
  mail: ({ mail, mailbox }) => {
    if (!mail || !mailbox) return null;
    const message = { subject: t('da', 'connection.test.subject'), html: t('da', 'connection.test.body') };
    return () => mail.send(mailbox, message);
  },
};

async function each(
  work: Work,
  of: (source: string) => boolean,
  read: (groupId: string) => Promise<unknown>,
): Promise<void> {
  for (const groupId of await groupIds(work, of)) await read(groupId);
}

/** Makes one call for no other reason than to see how it goes. What Graph answered is noted where all calls are. */
export async function testConnection(work: Work, { call: name }: Jobs['testConnection']): Promise<void> {
  const { db, house, log } = work;
  const attempt = tries[name](work);
  if (!attempt) return noteGraphCall(db, { name, status: 0, code: 'notConfigured', at: house.clock.now() });
  try {
    await attempt();
  } catch (error) {
    log.warn({ err: error, call: name }, 'a connection was tested, and failed');
  }
}
