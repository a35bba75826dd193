-- The votes of a case, and of a session, without reading those of all; and those that await somebody, which are few.
create index vote_revision on vote (revision_id);
create index vote_session on vote (session_id);
create index vote_undecided on vote (revision_id) where carried is null;
