-- What Slack shows of the card, as a fingerprint, so that it is only asked to change a card that would look different.
-- From before a change is asked for until Slack has answered, the sign of that attempt stands here in its place: should
-- the process die meanwhile, nobody knows what is shown, and the next look at the card changes it in any case.
alter table decision add column card_shown text;
