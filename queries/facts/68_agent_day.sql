/*
what = "Each day of the period on which a self-hosted channel took part in interaction (comments not closed), with the filing about the copyright agent that was the latest on that day, if any. A termination holds from the day after it was filed; with a new filing of the same day it has no effect."
*/
with hosted as (
    select d.day, list(c.rec order by c.rec) as channel_recs
    from channel_day as d
    inner join channels as c on c.channel = d.channel
    where d.kind = 'self_hosted' and d.comments <> 'closed'
    group by d.day
),

latest as (
    select h.day, max(a.place) as place
    from hosted as h
    inner join
        agent_designation as a
        on a.filed_on <= h.day and (a.kind <> 'terminate' or a.filed_on < h.day)
    group by h.day
)

select
    h.day, h.channel_recs, a.rec as filing_rec, a.kind, a.filed_on, a.expires_on, a.agent,
    exists (
        select 1
        from agent_designation as r
        where r.kind <> 'terminate' and r.filed_on > a.filed_on and r.filed_on <= a.expires_on
    ) as is_renewed
from hosted as h
left join latest as t on t.day = h.day
left join agent_designation as a on a.place = t.place
