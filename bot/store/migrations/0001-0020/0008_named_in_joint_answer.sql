-- Whom the sender of a joint answer named. Who is bound by it is another matter: who has answered alone stays so,
-- and that is nobody else's to know before the deadline.
alter table answer add column joint_with uuid[] not null default '{}';
