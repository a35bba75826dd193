-- What Entra says about the people of the host team and of the secretariat's groups: a copy, so that nothing waits
-- for Graph, and so that who left can still be told.
create table directory_person (
  object_id text primary key,
  display_name text not null,
  -- A hint at most: it proves no organisation.
  email text,
  guest boolean not null,
  seen_at timestamptz(3) not null
);
create table directory_source (
  source text primary key check (source in ('team', 'secretariat', 'steering')),
  group_id text not null,
  -- Rises with every change taken in: what was read before the last one comes too late.
  version integer not null default 0,
  read_at timestamptz(3),
  checked_at timestamptz(3),
  failed_at timestamptz(3),
  failure text,
  -- What the last full reading would change: a dry run, or too much to be done unasked.
  plan jsonb
);
create table directory_member (
  source text not null references directory_source,
  object_id text not null references directory_person,
  since timestamptz(3) not null,
  until_at timestamptz(3),
  primary key (source, object_id)
);
create index directory_member_object on directory_member (object_id);
create table directory_cursor (
  id boolean primary key default true check (id),
  cursor text not null,
  group_ids text[] not null
);
-- Where Graph tells us of changes, and until when.
create table subscription (
  id text primary key,
  group_id text not null,
  client_state text not null,
  expires_at timestamptz(3) not null
);
-- How each kind of call to Graph went the last time, for whoever must ask the administrator.
create table graph_call (
  name text primary key,
  ok_at timestamptz(3),
  failed_at timestamptz(3),
  status integer,
  code text
);

-- The secretariat by configuration, beside the one by group.
create table secretariat_configured (object_id text primary key);

-- Left the host team: rights end, history stays.
alter table person add column left_at timestamptz(3);
