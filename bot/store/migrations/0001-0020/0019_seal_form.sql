-- How an event is sealed. Form 1, and what an older program seals: the hash is made over the event itself, so that whoever
-- can guess what it says can prove it. Form 2: over a digest of the event and a salt, 128 random bits as hex. The digest is
-- for everybody, and the chain is recounted by it; the salt goes with what may be read. An event is erased by taking away
-- its data (JSON null) and its salt, never the digest: the chain holds.
alter table seal add column form smallint not null default 1;
alter table seal add column salt text;
alter table seal add column digest text;
alter table seal add constraint seal_form check (
  case form when 1 then salt is null and digest is null when 2 then digest is not null else false end
);
