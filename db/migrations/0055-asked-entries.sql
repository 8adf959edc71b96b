-- The metadata entries that people are asked for in the proposal form, because each ADR of the archive fills them in
-- differently. Null until the archive is read the next time.
alter table archive add column asked text[];
