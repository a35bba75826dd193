-- What was queued by one program is not queued again by the other: each keeps to its own key, and every row has both.
create unique index delivery_about_once on delivery (coalesce(person_id::text, conversation_id), message, about_id, occasion);
-- In the order in which they are listed.
create index delivery_about on delivery (about_id, id);
create index delivery_about_unreached on delivery (about_id) where state in ('failed', 'uncertain');
