-- A revision's working group, and its channel in the host team. Made by a job: what Teams has not answered is null.
create table working_group (
  revision_id uuid primary key references revision,
  created_at timestamptz(3) not null,
  channel_id text unique,
  channel_url text,
  failed_at timestamptz(3),
  failure text
);

-- Who is in it; ended, never deleted. An organisation counts once, however many it sends.
create table group_member (
  revision_id uuid not null references working_group,
  person_id uuid not null references person,
  field text not null check (field in ('environment', 'procurement', 'both')),
  since timestamptz(3) not null,
  until_at timestamptz(3),
  primary key (revision_id, person_id)
);
create index group_member_person on group_member (person_id) where until_at is null;
