-- Members, their people, the rules of procedure, and the cases the partnership decides.

create table organisation (
  id uuid primary key,
  name text not null,
  kind text not null,
  joined text,
  created_at timestamptz(3) not null
);
create unique index organisation_name_key on organisation (lower(name));

create table person (
  id uuid primary key,
  organisation_id uuid references organisation,
  display_name text not null,
  email text not null,
  -- Entra object id in the secretariat's tenant; a guest's is the guest object, never the home one.
  object_id text unique,
  fields text[] not null default '{}',
  locale text not null default 'da',
  secretariat boolean not null default false,
  created_at timestamptz(3) not null
);
create index person_organisation on person (organisation_id);

-- Representative, deputy and contact; ended, never deleted, so that an old vote can be explained.
create table appointment (
  organisation_id uuid not null references organisation,
  role text not null check (role in ('representative', 'deputy', 'contact')),
  person_id uuid not null references person,
  chair boolean not null default false,
  from_at timestamptz(3) not null,
  until_at timestamptz(3)
);
create unique index appointment_current on appointment (organisation_id, role) where until_at is null;
create index appointment_person on appointment (person_id) where until_at is null;

create table rules (
  id bigint generated always as identity primary key,
  rule jsonb not null,
  confirmed_by uuid references person,
  confirmed_at timestamptz(3) not null
);

-- Numbers people quote: one row per series, locked while a number is given out, so none is skipped.
create table counter (
  series text primary key,
  value integer not null
);

create table revision (
  id uuid primary key,
  ref text not null unique,
  goal_number integer,
  title text not null,
  track text not null,
  year integer not null,
  state text not null,
  created_at timestamptz(3) not null
);

create table version (
  id uuid primary key,
  revision_id uuid not null references revision,
  number integer not null,
  kind text not null,
  title text not null,
  clauses jsonb not null,
  hash text not null,
  created_by uuid references person,
  created_at timestamptz(3) not null,
  unique (revision_id, number)
);
