create table hearing (
  id uuid primary key,
  number integer not null unique,
  revision_id uuid not null references revision,
  kind text not null,
  version_id uuid not null references version,
  letter text not null,
  reason text,
  opens_at timestamptz(3) not null,
  deadline timestamptz(3) not null,
  original_deadline timestamptz(3),
  created_by uuid references person
);
create index hearing_revision on hearing (revision_id);

-- Who was asked, frozen when the hearing opened.
create table heard (
  hearing_id uuid not null references hearing,
  organisation_id uuid not null references organisation,
  primary key (hearing_id, organisation_id)
);

create table comment (
  id uuid primary key,
  hearing_id uuid not null references hearing,
  number integer not null,
  organisation_id uuid not null references organisation,
  person_id uuid references person,
  clause text,
  type text not null,
  text text not null,
  proposed_change text,
  channel text not null,
  received_at timestamptz(3) not null,
  late boolean not null default false,
  edited_at timestamptz(3),
  withdrawn_at timestamptz(3),
  disposition text,
  response text,
  theme text,
  changed_clause text,
  disposed_by uuid references person,
  disposed_at timestamptz(3),
  -- The same person's same words, sent twice by a double click, are one comment.
  fingerprint text,
  unique (hearing_id, number)
);
create unique index comment_once on comment (hearing_id, person_id, fingerprint) where withdrawn_at is null;
-- An organisation's own comments, newest first: what its cards count and show.
create index comment_standing on comment (hearing_id, organisation_id, number) where withdrawn_at is null;

-- One answer per organisation: the primary key is the rule. In a joint answer the co-senders' rows name the sender.
create table answer (
  hearing_id uuid not null references hearing,
  organisation_id uuid not null references organisation,
  position text not null,
  reservation text,
  sender_id uuid references organisation,
  late boolean not null default false,
  channel text not null,
  submitted_by uuid references person,
  submitted_at timestamptz(3) not null,
  primary key (hearing_id, organisation_id)
);
