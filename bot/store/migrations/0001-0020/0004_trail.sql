-- What happened, as it happened. Nobody changes or removes it, not even the app.
create table event (
  id bigint generated always as identity primary key,
  case_id text not null,
  at timestamptz(3) not null,
  actor jsonb not null,
  type text not null,
  data jsonb not null
);

-- The chain over the events of one case, laid in commit order a moment later so that acts never queue for each other.
create table seal (
  event_id bigint primary key references event,
  case_id text not null,
  seq integer not null,
  previous text not null,
  hash text not null,
  unique (case_id, seq)
);
create index event_case on event (case_id, id);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'the trail is append-only: % on % refused', tg_op, tg_table_name using errcode = 'insufficient_privilege';
end $$;

create trigger event_append_only before update or delete on event for each row execute function refuse_change();
create trigger event_keep before truncate on event for each statement execute function refuse_change();
create trigger seal_append_only before update or delete on seal for each row execute function refuse_change();
create trigger seal_keep before truncate on seal for each statement execute function refuse_change();

-- A repeat of an act with the same key gets this answer again.
create table receipt (
  key text primary key,
  result jsonb not null,
  at timestamptz(3) not null
);
create index receipt_at on receipt (at);
