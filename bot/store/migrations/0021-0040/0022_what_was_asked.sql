-- A key names one request. `request`: whose key it was, whatever the act, so that two acts under one key meet here. `asked`:
-- what was asked under it, made with the key itself, which is kept nowhere: it proves no guess of what somebody typed.
-- What an older program keeps has neither, and is found by its act as before.
alter table receipt add column request text;
alter table receipt add column asked text;
create unique index receipt_request on receipt (request);
