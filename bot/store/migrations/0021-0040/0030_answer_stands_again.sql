-- When an organisation leaves a joint answer, what it had answered by itself before stands again, since then. What was
-- written while it was part of the joint one never went along with it, and does not now.
alter table answer add column restored_at timestamptz(3);

-- It had said no to other words than those that it is asked about now.
alter table joint_proposal add column said_no_at timestamptz(3);

-- A program from before that submits it anew does not know of the column: an answer that was submitted takes all along.
create function submitted_anew() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  new.restored_at := null;
  return new;
end $$;
create trigger answer_submitted_anew before update of submitted_at on answer for each row
  when (new.restored_at is not distinct from old.restored_at) execute function submitted_anew();
