alter table delivery alter column about_kind set not null, alter column about_id set not null;
