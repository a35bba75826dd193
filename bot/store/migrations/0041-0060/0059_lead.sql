-- The member whose seat leads the group (process: lead).
alter table working_group add column lead_id uuid references organisation;
