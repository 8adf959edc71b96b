-- A review that was opened as a draft with the vote: when, which of its comments the thread was told of, and the file if it
-- was merged too early. `opened_at` is null until the outcome is in it.
alter table review add column proposal json;
