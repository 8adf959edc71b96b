-- Cards say now what became of their ADRs. Those of ADRs that were superseded, deprecated or amended before are shown anew.
insert into card_mark (team_id, decision_id, task, urgency, since)
select publication.team_id, publication.decision_id, 'show', 3, now()
from publication join adr on adr.team_id = publication.team_id and adr.archive = publication.archive
  and adr.file_name = publication.file_name and adr.removed_at is null
where publication.pushed_at is not null
  and (adr.status in ('superseded', 'deprecated') or adr.links::text like '%amended by%')
on conflict do nothing;
