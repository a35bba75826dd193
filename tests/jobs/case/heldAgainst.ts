/** In whose chain the events stand that tell of a record. */
export type Chain = 'case' | 'meeting' | 'register';

interface Held {
  chain: Chain;
  /** Which of its columns are held against the trail. */
  columns: readonly string[];
  /** Which are knowingly not, and why. */
  but?: Readonly<Record<string, string>>;
}

const beside = 'as `case_id`, which is held; the program before reads it';
const asTheCase = 'as the case has it, which is held; the program before reads it';
const inTeams = 'of the copy in Teams, which decides nothing';
const ofThePerson = 'names nobody’s right; in no event, since it is about a person';

/** The records that decide: who may, what counts, when it came, by whom, whether late. */
export const held: Readonly<Record<string, Held>> = {
  case: { chain: 'case', columns: ['id', 'kind', 'ref', 'title', 'state', 'created_at'] },
  revision: {
    chain: 'case',
    columns: ['id', 'goal_number', 'track', 'year'],
    but: { ref: asTheCase, title: asTheCase, state: asTheCase, created_at: asTheCase },
  },
  version: {
    chain: 'case',
    columns: ['id', 'case_id', 'number', 'kind', 'title', 'clauses', 'hash', 'created_by', 'created_at'],
    but: { revision_id: beside },
  },
  file: {
    chain: 'case',
    columns: ['id', 'case_id', 'version_id', 'name', 'number', 'size', 'hash'],
    but: {
      revision_id: beside,
      created_by: 'who began to send it; the event says who finished',
      created_at: 'when it was begun',
      finished_at: 'the event has its time',
      state: inTeams,
      sent: inTeams,
      claimed_at: inTeams,
      drive_id: inTeams,
      item_id: inTeams,
      etag: inTeams,
      url: inTeams,
      failure: inTeams,
      failed_at: inTeams,
    },
  },
  hearing: {
    chain: 'case',
    columns: [
      'id',
      'number',
      'case_id',
      'kind',
      'version_id',
      'letter',
      'reason',
      'opens_at',
      'deadline',
      'original_deadline',
      'created_by',
    ],
    but: { revision_id: beside },
  },
  heard: { chain: 'case', columns: ['hearing_id', 'organisation_id'] },
  comment: {
    chain: 'case',
    columns: [
      'id',
      'hearing_id',
      'number',
      'organisation_id',
      'person_id',
      'clause',
      'type',
      'text',
      'proposed_change',
      'channel',
      'received_at',
      'late',
      'edited_at',
      'withdrawn_at',
      'left_at',
      'disposition',
      'response',
      'theme',
      'changed_clause',
      'disposed_by',
      'disposed_at',
    ],
    but: { fingerprint: 'tells a click that came twice, and nothing later' },
  },
  answer: {
    chain: 'case',
    columns: [
      'hearing_id',
      'organisation_id',
      'position',
      'reservation',
      'sender_id',
      'late',
      'channel',
      'submitted_by',
      'submitted_at',
      'restored_at',
      'joint_with',
    ],
  },
  vote: {
    chain: 'case',
    columns: [
      'id',
      'case_id',
      'session_id',
      'version_id',
      'version_hash',
      'motion',
      'rule',
      'reason',
      'rehearsal',
      'opened_by',
      'opened_at',
      'closed_by',
      'closed_at',
      'result',
      'carried',
    ],
    but: { revision_id: beside },
  },
  electorate: {
    chain: 'case',
    columns: ['vote_id', 'organisation_id', 'representative_id', 'deputy_id', 'present'],
  },
  ballot: {
    chain: 'case',
    columns: ['vote_id', 'organisation_id', 'choice', 'means', 'caster', 'cast_by', 'cast_at', 'statement'],
    but: {
      recused: 'who may not cast any more; of databases from before it is known of the ballot that stands',
    },
  },
  meeting: {
    chain: 'meeting',
    columns: [
      'id',
      'kind',
      'season',
      'title',
      'starts_at',
      'ends_at',
      'conversation_id',
      'case_id',
      'cancelled_at',
      'cancel_reason',
    ],
    but: {
      revision_id: beside,
      join_url: 'may be Teams’ own, which is in no event',
      platform_id: 'Teams’ own, which is in no event',
      agenda: 'an older program did not tell it',
      created_at: 'decides nothing',
    },
  },
  session: {
    chain: 'meeting',
    columns: ['id', 'meeting_id', 'opened_by', 'opened_at', 'over_at', 'ended_at'],
  },
  organisation: {
    chain: 'register',
    columns: ['id', 'name', 'kind', 'created_at'],
    but: { joined: 'a year that is shown; in no event' },
  },
  person: {
    chain: 'register',
    columns: ['id', 'organisation_id', 'left_at'],
    but: {
      display_name: ofThePerson,
      email: ofThePerson,
      tenant_id: 'the account is in no event: whose it is, Entra says',
      object_id: 'the account is in no event: whose it is, Entra says',
      fields: ofThePerson,
      locale: ofThePerson,
      secretariat: 'who is of the secretariat is settled at each start, from Entra and the configuration',
      created_at: 'decides nothing',
      calendar_generation: 'which address of a calendar holds',
    },
  },
  appointment: {
    chain: 'register',
    columns: ['organisation_id', 'role', 'person_id', 'chair', 'from_at', 'until_at'],
  },
  rules: {
    chain: 'register',
    columns: ['rule', 'confirmed_by', 'confirmed_at'],
    but: { id: 'which is in force, the last one by it, is held' },
  },
};

const trail = 'is the trail, or what is laid over it';
const outward = 'what is done in Teams, mail and calendars';
const finding = 'how a time is found; the meeting that comes of it is held';
const running = 'how the app runs';

/** Tables of which nothing is held against the trail, and why. */
export const notHeld: Readonly<Record<string, string>> = {
  event: trail,
  seal: trail,
  unsealed: trail,
  erasure: trail,
  checkpoint: trail,
  verification: trail,
  finding: trail,
  head: trail,
  head_leaf: trail,
  head_key: trail,
  presence:
    'an older program marked it with a ballot recorded on behalf, and told nothing; what counted is frozen at closing, and held',
  joint_proposal:
    'what is asked of whom an answer names, which is held; what came of it is the answer of who accepted',
  sealed_reading: 'that the event stands in the trail already',
  working_group: 'who works on a proposal decides nothing yet',
  group_member: 'who works on a proposal decides nothing yet',
  counter: 'the numbers that it gives out are held where they are used',
  delivery: outward,
  conversation: outward,
  errand: outward,
  meeting_chat: outward,
  meeting_event: outward,
  attendee: outward,
  account_step: outward,
  scheduling: finding,
  invitee: finding,
  busy_time: finding,
  poll_slot: finding,
  poll_answer: finding,
  directory_person: 'what Entra says, read anew every five minutes',
  directory_source: 'what Entra says, read anew every five minutes',
  directory_member: 'what Entra says, read anew every five minutes',
  directory_cursor: 'what Entra says, read anew every five minutes',
  secretariat_configured: 'the configuration, as it was at the last start',
  tenant: 'the configuration, as it was at the last start',
  file_part:
    'the bytes of a file are not counted again each night; its hash is held, and whoever has the file can',
  receipt: running,
  pace: running,
  clock: running,
  migration: running,
  signing_key: running,
  subscription: running,
  graph_call: running,
};
