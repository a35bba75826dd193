-- Who sits in the working group of a case.
alter table group_member add column case_id uuid;
update group_member set case_id = revision_id;
alter table group_member alter column case_id set not null, add foreign key (case_id) references working_group (case_id), add unique (case_id, person_id);
create trigger group_member_names_case before insert on group_member for each row execute function name_case();
