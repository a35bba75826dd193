-- Who of the secretariat was shown, on which Copenhagen day, what is sealed from members in a hearing. One row, one event.
create table sealed_reading (
  hearing_id uuid not null references hearing,
  person_id uuid not null references person,
  day date not null,
  primary key (hearing_id, person_id, day)
);
create index sealed_reading_person on sealed_reading (person_id);
