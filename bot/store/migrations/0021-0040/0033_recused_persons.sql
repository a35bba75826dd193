-- Who has declared an interest in the matter of a vote: it holds when somebody else has cast the seat's ballot since.
alter table ballot add column recused uuid[] not null default '{}';
update ballot set recused = array[cast_by] where choice = 'recused' and caster <> 'secretariat' and cast_by is not null;
