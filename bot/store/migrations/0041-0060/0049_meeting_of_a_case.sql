-- A working group’s meeting is of its case.
alter table meeting add column case_id uuid;
update meeting set case_id = revision_id where revision_id is not null;
alter table meeting add foreign key (case_id) references "case";
create trigger meeting_names_case before insert on meeting for each row execute function name_case();
