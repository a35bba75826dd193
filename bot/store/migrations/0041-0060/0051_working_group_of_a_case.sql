-- A working group is of a case, whatever its kind; each has one.
alter table working_group add column case_id uuid;
update working_group set case_id = revision_id;
alter table working_group alter column case_id set not null, add foreign key (case_id) references "case", add unique (case_id);
create trigger working_group_names_case before insert on working_group for each row execute function name_case();
