-- Who was there is frozen with the result: marking somebody for the next vote must not change the last one's list.
alter table electorate add column present boolean;
