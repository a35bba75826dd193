create table meeting (
  id uuid primary key,
  kind text not null,
  season text not null,
  title text not null,
  starts_at timestamptz(3) not null,
  ends_at timestamptz(3) not null,
  join_url text,
  conversation_id text,
  -- Teams' own id of the meeting, which the participant look-up asks for.
  platform_id text,
  created_at timestamptz(3) not null
);
create unique index meeting_conversation on meeting (conversation_id) where conversation_id is not null;

-- A meeting is in session from opening to ending; recurring meetings share one chat, so a vote names its session.
create table session (
  id uuid primary key,
  meeting_id uuid not null references meeting,
  opened_by uuid references person,
  opened_at timestamptz(3) not null,
  ended_at timestamptz(3)
);
create unique index session_open on session (meeting_id) where ended_at is null;

create table presence (
  session_id uuid not null references session,
  organisation_id uuid not null references organisation,
  present boolean not null,
  marked_by uuid references person,
  marked_at timestamptz(3) not null,
  primary key (session_id, organisation_id)
);

create table vote (
  id uuid primary key,
  revision_id uuid not null references revision,
  session_id uuid not null references session,
  version_id uuid not null references version,
  version_hash text not null,
  motion text not null,
  rule jsonb not null,
  reason text,
  rehearsal boolean not null,
  opened_by uuid references person,
  opened_at timestamptz(3) not null,
  closed_by uuid references person,
  closed_at timestamptz(3),
  -- Frozen at closing: tally, base, present, quorumNeeded, outcome; and the chair's word on a tie.
  result jsonb,
  carried boolean
);
create unique index vote_open on vote (revision_id, rehearsal) where closed_at is null;

-- Frozen when the vote opens: one seat per organisation, and who may fill it.
create table electorate (
  vote_id uuid not null references vote,
  organisation_id uuid not null references organisation,
  representative_id uuid references person,
  deputy_id uuid references person,
  primary key (vote_id, organisation_id)
);

-- The last ballot counts; every change is in the trail. One per organisation: the primary key is the rule.
create table ballot (
  vote_id uuid not null,
  organisation_id uuid not null,
  choice text not null check (choice in ('for', 'against', 'abstain', 'recused')),
  means text not null,
  caster text not null,
  cast_by uuid references person,
  cast_at timestamptz(3) not null,
  statement text,
  primary key (vote_id, organisation_id),
  foreign key (vote_id, organisation_id) references electorate
);
