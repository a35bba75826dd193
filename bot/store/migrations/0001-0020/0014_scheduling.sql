-- A meeting as the calendar has it. `wanted` rises with every change; a job brings the calendar to it.
alter table meeting add column agenda text not null default '';
-- Whose meeting it is, when it is a working group's.
alter table meeting add column revision_id uuid references revision;
alter table meeting add column cancelled_at timestamptz(3);
alter table meeting add column cancel_reason text;

create table meeting_event (
  meeting_id uuid primary key references meeting,
  wanted integer not null default 1,
  done integer not null default 0,
  -- Two calls with the same key make one event; a new one only when the old event is known to be gone.
  key uuid not null,
  -- One replica at a time brings the calendar up to date.
  claimed_at timestamptz(3),
  -- Graph's id of the event, once it is there.
  event_id text unique,
  failed_at timestamptz(3),
  failure text,
  -- When the answers of those called were last read.
  answers_at timestamptz(3)
);

-- Where the meeting is talked in, and whether the bot got there.
create table meeting_chat (
  meeting_id uuid primary key references meeting,
  thread_id text,
  asked_at timestamptz(3),
  failed_at timestamptz(3),
  failure text
);

create table attendee (
  meeting_id uuid not null references meeting,
  person_id uuid not null references person,
  response text check (response in ('accepted', 'tentative', 'declined')),
  responded_at timestamptz(3),
  primary key (meeting_id, person_id)
);

-- Finding a time: calendars where they can be read, a poll where they cannot.
create table scheduling (
  id uuid primary key,
  kind text not null,
  season text not null,
  revision_id uuid references revision,
  title text not null,
  agenda text not null,
  minutes integer not null check (minutes between 15 and 480),
  -- Days of Europe/Copenhagen, YYYY-MM-DD.
  from_day text not null,
  to_day text not null,
  created_by uuid references person,
  created_at timestamptz(3) not null,
  read_at timestamptz(3),
  failed_at timestamptz(3),
  failure text,
  -- The poll: when it was opened, and until when it is answered.
  opened_at timestamptz(3),
  respond_by timestamptz(3),
  meeting_id uuid unique references meeting,
  dropped_at timestamptz(3)
);

create table invitee (
  scheduling_id uuid not null references scheduling,
  person_id uuid not null references person,
  -- Null until the calendars are read.
  readable boolean,
  unreadable_because text,
  answered_at timestamptz(3),
  primary key (scheduling_id, person_id)
);
create index invitee_person on invitee (person_id);

-- Only when somebody is taken, never by what: that is theirs.
create table busy_time (
  scheduling_id uuid not null,
  person_id uuid not null,
  starts_at timestamptz(3) not null,
  ends_at timestamptz(3) not null,
  tentative boolean not null,
  foreign key (scheduling_id, person_id) references invitee
);
create index busy_time_scheduling on busy_time (scheduling_id);

create table poll_slot (
  id uuid primary key,
  scheduling_id uuid not null references scheduling,
  starts_at timestamptz(3) not null,
  unique (scheduling_id, starts_at)
);

create table poll_answer (
  slot_id uuid not null references poll_slot,
  person_id uuid not null references person,
  possible boolean not null,
  primary key (slot_id, person_id)
);

-- A message may be about a meeting, or about finding a time for one.
alter table delivery add column meeting_id uuid references meeting;
alter table delivery add column scheduling_id uuid references scheduling;
drop index delivery_once;
create unique index delivery_once on delivery (
  coalesce(person_id::text, conversation_id), message,
  coalesce(hearing_id, vote_id, scheduling_id, meeting_id, revision_id), occasion
);
create index delivery_meeting on delivery (meeting_id) where meeting_id is not null;
create index delivery_scheduling on delivery (scheduling_id) where scheduling_id is not null;

-- What addresses are signed with. Made once by the first replica that starts.
create table signing_key (
  purpose text primary key,
  key bytea not null
);
-- Rises when a person asks for a new address: the old one then leads nowhere.
alter table person add column calendar_generation integer not null default 0;
