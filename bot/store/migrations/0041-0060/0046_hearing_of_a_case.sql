-- A hearing is of a case, whatever its kind.
alter table hearing add column case_id uuid;
update hearing set case_id = revision_id;
alter table hearing alter column case_id set not null, add foreign key (case_id) references "case";
create index hearing_case on hearing (case_id);
create trigger hearing_names_case before insert on hearing for each row execute function name_case();
