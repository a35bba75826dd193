-- Each index answers one question. This one also held what is being sent, so that a plan could look a chat's lane up
-- in it: by reading the whole queue for every message in it, as soon as the statistics remembered it empty.
drop index delivery_waiting;
create index delivery_queued on delivery (due_at, id) where state = 'queued';
create index delivery_sending on delivery (claimed_at) where state = 'sending';
