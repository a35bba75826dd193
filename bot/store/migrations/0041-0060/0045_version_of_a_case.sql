-- A document is of a case, whatever its kind.
alter table version add column case_id uuid;
update version set case_id = revision_id;
alter table version alter column case_id set not null, add foreign key (case_id) references "case", add unique (case_id, number);
create trigger version_names_case before insert on version for each row execute function name_case();
