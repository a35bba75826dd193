-- A file is of a case, whatever its kind.
alter table file add column case_id uuid;
update file set case_id = revision_id;
alter table file alter column case_id set not null, add foreign key (case_id) references "case", add unique (case_id, name, number);
create trigger file_names_case before insert on file for each row execute function name_case();
