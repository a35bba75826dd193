import type { PersonRow, Tables } from '../schema.ts';

/** The rows that are read whole; of a person's, what the signed calendar address needs stays behind. */
type Rows = Omit<Tables, 'person'> & { person: PersonRow };

const names = {
  answer: [
    'hearingId organisationId position reservation senderId late channel submittedBy submittedAt jointWith restoredAt',
  ],
  attendee: ['meetingId personId response respondedAt'],
  ballot: ['voteId organisationId choice means caster castBy castAt statement recused'],
  busyTime: ['schedulingId personId startsAt endsAt tentative'],
  case: ['id kind ref title state createdAt'],
  comment: [
    'id hearingId number organisationId personId clause type text proposedChange channel receivedAt late editedAt',
    'withdrawnAt disposition response theme changedClause disposedBy disposedAt fingerprint leftAt',
  ],
  conversation: ['id kind personId objectId serviceUrl tenantId teamId updatedAt'],
  delivery: [
    'id personId conversationId message aboutKind aboutId occasion channel state',
    'reason activityId attempts dueAt claimedAt createdAt settledAt mailSlot feedState feedReason feedAt',
    'shownHash editingAt lookedAt editFailures shownAt',
  ],
  directoryPerson: ['objectId displayName email guest seenAt'],
  directorySource: ['source groupId version readAt checkedAt failedAt failure plan'],
  errand: ['kind aboutId askedAt wanted done dueAt claimedAt attempts failedAt failure'],
  event: ['id caseId at actor type data'],
  file: [
    'id caseId versionId name number size hash createdBy createdAt finishedAt state sent driveId itemId',
    'etag url failure',
  ],
  graphCall: ['name okAt failedAt status code'],
  hearing: ['id number caseId kind versionId letter reason opensAt deadline originalDeadline createdBy'],
  invitee: ['schedulingId personId readable unreadableBecause answeredAt'],
  meeting: [
    'id kind season title startsAt endsAt joinUrl conversationId platformId createdAt agenda caseId cancelledAt',
    'cancelReason',
  ],
  meetingChat: ['meetingId threadId'],
  meetingEvent: ['meetingId key eventId answersAt'],
  organisation: ['id name kind joined createdAt'],
  person: [
    'id organisationId displayName email tenantId objectId fields locale secretariat createdAt leftAt',
  ],
  pollSlot: ['id schedulingId startsAt'],
  presence: ['sessionId organisationId present markedBy markedAt'],
  rules: ['id rule confirmedBy confirmedAt'],
  scheduling: [
    'id kind season caseId title agenda minutes fromDay toDay createdBy createdAt readAt failedAt failure',
    'openedAt respondBy meetingId droppedAt',
  ],
  session: ['id meetingId openedBy openedAt endedAt overAt'],
  subscription: ['id groupId clientState expiresAt'],
  version: ['id caseId number kind title clauses hash createdBy createdAt'],
  vote: [
    'id caseId sessionId versionId versionHash motion rule reason rehearsal openedBy openedAt closedBy closedAt',
    'result carried',
  ],
  workingGroup: ['caseId createdAt leadId channelId channelUrl'],
} as const;

type Listed = typeof names;
export type Table = keyof Listed;
type Words<S> = S extends `${infer Word} ${infer Rest}` ? Word | Words<Rest> : S;
type Column<T extends Table> = Words<Listed[T][number]>;

/** Not one too few and not one too many: what is wrong stands in the compiler's message. */
type Wrong = {
  [T in Table]: Exclude<keyof Rows[T], Column<T>> | Exclude<Column<T>, keyof Rows[T]>;
}[Table];
export const whole: [Wrong] extends [never] ? true : Wrong = true;

const columns = <T extends Table>(table: T): Column<T>[] => names[table].join(' ').split(' ') as Column<T>[];
const inSql = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/**
 * A row's columns by name, never by star: a statement that was planned before a new column came must still give the
 * same row after it, or the replica that serves during an upgrade is refused its own statements.
 */
export const columnsOf = <T extends Table>(table: T): `${T}.${Column<T>}`[] =>
  columns(table).map((name) => `${table}.${name}` as const);

/** The same in written SQL, of the table under this name. */
export const listOf = (table: Table, alias: string): string =>
  columns(table)
    .map((name) => `${alias}.${inSql(name)}`)
    .join(', ');
