-- A shared card is edited when what it shows has changed: an edit that changes nothing tells everybody that something happened.
alter table delivery add column shown_hash text;
