-- What the trail was found to be, by a job that looks again and again.

-- How far a chain was verified, and its hash there. Append-only like the trail: a chain that is shorter than one of these, or
-- says another hash, was whole once. Whoever is inside the app may add one that is wrong, which is found out at the next look;
-- take one away they cannot.
create table checkpoint (
  case_id text not null,
  seq integer not null,
  hash text not null,
  at timestamptz(3) not null,
  primary key (case_id, seq)
);
create trigger checkpoint_append_only before update or delete on checkpoint for each row execute function refuse_change();
create trigger checkpoint_keep before truncate on checkpoint for each statement execute function refuse_change();

-- When each chain was last verified, and when last from its first link. Only to know what is due.
create table verification (
  case_id text primary key,
  seq integer not null,
  verified_at timestamptz(3) not null,
  whole_at timestamptz(3) not null
);

-- What does not fit, and whether somebody was told. `part` is who looks: each settles its own.
create table finding (
  id bigint generated always as identity primary key,
  case_id text not null,
  part text not null,
  thing text not null,
  thing_id text not null,
  field text not null,
  how text not null,
  found_at timestamptz(3) not null,
  told_at timestamptz(3),
  gone_at timestamptz(3)
);
create unique index finding_open on finding (case_id, part, thing, thing_id, field, how) where gone_at is null;
