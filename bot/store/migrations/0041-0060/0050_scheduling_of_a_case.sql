-- A time is sought for a meeting of a case, where it is a working group’s.
alter table scheduling add column case_id uuid;
update scheduling set case_id = revision_id where revision_id is not null;
alter table scheduling add foreign key (case_id) references "case";
create trigger scheduling_names_case before insert on scheduling for each row execute function name_case();
