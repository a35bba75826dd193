-- Open ones are those at the end.
create index hearing_deadline on hearing (deadline);
