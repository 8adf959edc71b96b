-- What becomes of the votes of people who leave is a part of the rule. What was decided was counted without them, and is
-- told so for good; what is still open goes by the new default.
update decision set rule = rule || jsonb_build_object(
  'votesAfterLeaving', case when status = 'proposed' then 'stand' else 'lapse' end
);
