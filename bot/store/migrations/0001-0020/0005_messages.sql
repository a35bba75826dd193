-- Where the bot can speak: refreshed from every activity, forgotten when the bot is removed.
create table conversation (
  id text primary key,
  kind text not null check (kind in ('personal', 'team', 'meeting')),
  person_id uuid references person,
  -- Known to Teams but not to the register: kept, so that registering the person is enough.
  object_id text,
  service_url text not null,
  tenant_id text not null,
  team_id text,
  updated_at timestamptz(3) not null
);
create index conversation_object on conversation (object_id) where kind = 'personal';

-- One row per person (or shared chat) and message: the outbox, and the truth about who was told.
create table delivery (
  id bigint generated always as identity primary key,
  person_id uuid references person,
  conversation_id text,
  message text not null,
  revision_id uuid references revision,
  hearing_id uuid references hearing,
  vote_id uuid references vote,
  -- Tells two of the same kind apart: the second extension, the second correction.
  occasion text not null default '',
  channel text not null check (channel in ('personal', 'team', 'meeting', 'mail')),
  state text not null default 'queued',
  reason text,
  activity_id text,
  attempts integer not null default 0,
  due_at timestamptz(3) not null default now(),
  claimed_at timestamptz(3),
  created_at timestamptz(3) not null,
  settled_at timestamptz(3)
);
create unique index delivery_once on delivery
  (coalesce(person_id::text, conversation_id), message, coalesce(hearing_id, vote_id, revision_id), occasion);
create index delivery_waiting on delivery (due_at, id) where state in ('queued', 'sending');
create index delivery_lane on delivery (conversation_id, id) where state in ('queued', 'sending');
create index delivery_settled on delivery (conversation_id, settled_at);
create index delivery_hearing on delivery (hearing_id);
create index delivery_vote on delivery (vote_id);
create index delivery_person on delivery (person_id);

-- The pace of all replicas together: the next moment a message may leave.
create table pace (
  id boolean primary key default true check (id),
  next_at timestamptz not null default now()
);
insert into pace default values;

-- Development only: how far the app's clock has been moved.
create table clock (
  id boolean primary key default true check (id),
  offset_ms bigint not null default 0
);
insert into clock default values;
