-- Whether a meeting was ever in session.
create index session_meeting on session (meeting_id);
