/*
what = "Each decision that undid a finding against a post: an appeal decided reversed, or a moderator's or reviewer's judgment that the post does not violate."
*/
select a.post, ap.decided_at as undone_at, ap.decided_until as undone_until, ap.rec
from appeals as ap
inner join act as a on a.action_no = ap.action_no
where ap.decision = 'reversed' and ap.decided_at is not null and a.post is not null
union all
select j.post, j.judged_at, j.judged_until, j.rec
from judgments as j
where j.judgment = 'not_violating' and j.origin in ('moderator', 'reviewer') and j.judged_at is not null
