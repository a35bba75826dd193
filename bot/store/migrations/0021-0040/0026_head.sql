-- A head stands for the ends of all chains at one moment, is signed and told to everybody, so that what it stands for cannot
-- be written anew unnoticed. It is numbered by the minutes since 2026, so that its number counts nothing, and after a restore
-- goes on behind what was lost. The seed is what its leaves are salted and placed by, and is told to nobody.
create table head_key (
  fingerprint text primary key,
  public_key text not null,
  kept text not null check (kept in ('vault', 'database')),
  since timestamptz(3) not null
);
create table head (
  n integer primary key,
  at timestamptz(3) not null,
  previous text not null unique,
  root text not null,
  introduces text,
  hash text not null unique,
  key text not null references head_key,
  signature text not null,
  seed text not null
);
-- The end of a chain, under the first head that it stood under.
create table head_leaf (
  case_id text not null,
  n integer not null references head,
  seq integer not null,
  hash text not null,
  primary key (case_id, n)
);

create trigger head_key_append_only before update or delete on head_key for each row execute function refuse_change();
create trigger head_key_keep before truncate on head_key for each statement execute function refuse_change();
create trigger head_append_only before update or delete on head for each row execute function refuse_change();
create trigger head_keep before truncate on head for each statement execute function refuse_change();
create trigger head_leaf_append_only before update or delete on head_leaf for each row execute function refuse_change();
create trigger head_leaf_keep before truncate on head_leaf for each statement execute function refuse_change();
