-- The message that a proposal was made from: its channel, its thread and its address. Null for the others.
alter table decision add column source jsonb;
