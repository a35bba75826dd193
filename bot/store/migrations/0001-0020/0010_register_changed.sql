-- Who is who is asked for with every click, and changes a few times a year: each replica remembers it, and is told here
-- when it must look again.
create function tell_register_changed() returns trigger language plpgsql as $$
begin
  perform pg_notify('register', '');
  return null;
end $$;
create trigger person_changed after insert or update or delete on person
  for each statement execute function tell_register_changed();
create trigger organisation_changed after insert or update or delete on organisation
  for each statement execute function tell_register_changed();
create trigger appointment_changed after insert or update or delete on appointment
  for each statement execute function tell_register_changed();
