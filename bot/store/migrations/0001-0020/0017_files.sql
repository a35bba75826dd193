-- A document of a case. The bytes are kept here with our own hash, which is what counts when it is voted on; SharePoint has
-- a copy to read and work in. `number`: the how-manieth of this name in the case.
create table file (
  id uuid primary key,
  revision_id uuid not null references revision,
  version_id uuid references version,
  name text not null,
  number integer not null,
  size integer not null check (size > 0),
  hash text,
  created_by uuid references person,
  created_at timestamptz(3) not null,
  finished_at timestamptz(3),
  state text not null check (state in ('receiving', 'here', 'waiting', 'there', 'changed', 'failed')),
  sent integer not null default 0,
  claimed_at timestamptz,
  drive_id text,
  item_id text,
  etag text,
  url text,
  failure text,
  failed_at timestamptz(3),
  unique (revision_id, name, number)
);
create index file_version on file (version_id) where version_id is not null;

create table file_part (
  file_id uuid not null references file,
  number integer not null,
  bytes bytea not null,
  primary key (file_id, number)
);
