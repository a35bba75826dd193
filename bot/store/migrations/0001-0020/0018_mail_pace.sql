-- Exchange takes so many mails a minute from one mailbox: each mail has its moment, from a pace that all replicas share.
alter table pace add column mail_next_at timestamptz not null default now();
alter table delivery add column mail_slot timestamptz;
