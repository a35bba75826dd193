-- Entra numbers people within a tenant: only the tenant and the object id together say who somebody is. Here stand the
-- tenants that are let in, as they were configured at the last start, so that every statement can ask.
create table tenant (
  tenant_id text primary key check (tenant_id = lower(tenant_id)),
  host boolean not null default false
);
create unique index tenant_host on tenant (host) where host;

alter table person add column tenant_id text check (tenant_id = lower(tenant_id));
-- `person_object_id_key`, which is stricter, must stay while a program serves that says `on conflict (object_id)`.
create unique index person_account on person (tenant_id, object_id);

-- Whoever wrote to the bot from one tenant only, and is not known to be of the host's, is of that tenant. What remains is
-- the host's, which the next start knows.
update person p set tenant_id = seen.tenant_id
from (
  select lower(object_id) as object_id, min(lower(tenant_id)) as tenant_id from conversation
  where kind = 'personal' and object_id is not null and tenant_id <> ''
  group by lower(object_id) having count(distinct lower(tenant_id)) = 1
) seen
where seen.object_id = lower(p.object_id) and not p.secretariat
  and not exists (select from directory_person d where d.object_id = lower(p.object_id));

-- An older program names no tenant: whom it registers, links or lets in is the host's, as it took them to be. By the owner's
-- right, since the app's role is given the new table a moment after it was made.
create function take_as_host() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  new.tenant_id := (select tenant_id from tenant where host);
  return new;
end $$;
create trigger person_of_host before insert or update of object_id on person
  for each row when (new.object_id is not null and new.tenant_id is null) execute function take_as_host();
