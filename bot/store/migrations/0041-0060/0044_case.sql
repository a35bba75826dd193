-- Whatever is decided has one home, a case, with its number, title and state; a revision is one kind of it, and has what only
-- a revision has. Nobody starts or moves a revision until it is done; whoever reads goes on.
lock table revision in share row exclusive mode;
create table "case" (
  id uuid primary key,
  kind text not null,
  ref text not null unique,
  title text not null,
  state text not null,
  created_at timestamptz(3) not null
);
insert into "case" (id, kind, ref, title, state, created_at)
  select id, 'revision', ref, title, state, created_at from revision;
alter table revision add foreign key (id) references "case";

-- A page of cases in the order in which it is shown: the newest year of their numbers first, 99 before 100.
create index case_order on "case" ((-(substring(ref, '[0-9]{4}'))::int), length(ref), ref);
create index case_under_way on "case" ((-(substring(ref, '[0-9]{4}'))::int), length(ref), ref)
  where state not in ('approved', 'published', 'rejected', 'withdrawn');

-- The program before writes and reads a revision whole. What is the case's stands in both rows until nobody runs it any more,
-- whichever of the two was written. As the owner: the app's role is let in to a new table a moment after this.
create function revision_and_case() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if new.ref is null then
    select ref, title, state, created_at into new.ref, new.title, new.state, new.created_at from public."case" where id = new.id;
  else
    insert into public."case" (id, kind, ref, title, state, created_at)
      values (new.id, 'revision', new.ref, new.title, new.state, new.created_at);
  end if;
  return new;
end $$;
create trigger revision_and_case before insert on revision for each row execute function revision_and_case();

create function case_follows() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  update public."case" set ref = new.ref, title = new.title, state = new.state, created_at = new.created_at
    where id = new.id and (ref, title, state, created_at) is distinct from (new.ref, new.title, new.state, new.created_at);
  return null;
end $$;
create trigger case_follows after update of ref, title, state, created_at on revision
  for each row execute function case_follows();

create function revision_follows() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  update public.revision set ref = new.ref, title = new.title, state = new.state, created_at = new.created_at
    where id = new.id and (ref, title, state, created_at) is distinct from (new.ref, new.title, new.state, new.created_at);
  return null;
end $$;
create trigger revision_follows after update of ref, title, state, created_at on "case"
  for each row execute function revision_follows();
revoke execute on function revision_and_case(), case_follows(), revision_follows() from public;

-- What belongs to a case names it in two columns until then: the program before knows the second one.
create function name_case() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  new.case_id := coalesce(new.case_id, new.revision_id);
  new.revision_id := coalesce(new.revision_id, new.case_id);
  return new;
end $$;
