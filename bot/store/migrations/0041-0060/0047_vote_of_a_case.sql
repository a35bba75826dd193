-- A vote is on a case, whatever its kind; on each one alone is open, and one rehearsal.
alter table vote add column case_id uuid;
update vote set case_id = revision_id;
alter table vote alter column case_id set not null, add foreign key (case_id) references "case";
create unique index vote_open_once on vote (case_id, rehearsal) where closed_at is null;
create index vote_case on vote (case_id);
create index vote_awaiting on vote (case_id) where carried is null;
create trigger vote_names_case before insert on vote for each row execute function name_case();
