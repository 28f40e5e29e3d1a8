/*
id         = "AU-05"
title      = "Designations are written, complete and made by somebody entitled to make them"
clauses    = ["6.7e"]
tier       = 1
severity   = "high"
basis      = ["P", "M"]
subject    = "designation"
needs      = ["designations", "roles"]
parameters = ["designation_reconfirm"]
criterion  = "Each designation in force in the period refers to a document, was recorded by its first day, names powers and channels, is not made for oneself, and was made by a person who held one of the four positions on its first day; it has an end, is for an employee, and is made anew when the person who made it leaves."
counts     = "Population: designations whose days, up to their end or revocation, touch the period. Exceptions: no document; recorded after the first day (by local day); made by a person who held none of the four positions on the first day, which includes a person who was only designated (sub_delegation); powers or channels left blank; made for oneself; made by a person who has left the position for longer than designation_reconfirm while an access check shows the designee's managing access after that. Observations: no end; the designee is not an employee; the person who made it has left the position and nobody in a position has made it anew. A later designation of the same person, recorded after the leaving by a person in a position, makes it anew."
effect     = "Nobody can show who may act for the library, on which channels and until when."
remedy     = "One-page designation: who, powers, accounts, from–to, signed."
*/
with spanned as (
    select
        d.*, p.first_on, p.last_on,
        least(p.last_on, p.as_of_on, d.end_on, d.revoked_on) as judged_on
    from designations as d
    cross join period as p
    where
        d.start_on <= p.last_on and d.start_on <= p.as_of_on
        and (d.end_on is null or d.end_on >= p.first_on)
        and (d.revoked_on is null or d.revoked_on >= p.first_on)
),

position as (
    select person, rec, start_on, end_on, coalesce(end_on, date '9999-12-31') as last_on
    from role_held
    where role <> 'other'
),

delegator as (
    select
        d.rec,
        max(case when r.start_on <= d.start_on and r.last_on >= d.start_on then 1 else 0 end) as held_at_start,
        max(case when r.start_on <= d.judged_on and r.last_on >= d.judged_on then 1 else 0 end) as holds_now,
        max(case when r.end_on < d.judged_on then r.end_on end) as left_on,
        list(r.rec order by r.rec) as recs
    from spanned as d
    inner join position as r on r.person = d.designated_by
    group by d.rec
),

designee as (
    select
        d.rec,
        max(case when e.kind = 'employee' then 1 else 0 end) as is_employee,
        list(e.rec order by e.rec) as recs
    from spanned as d
    inner join people as e
        on
            e.person = d.designee and e.start_on <= d.judged_on
            and coalesce(e.end_on, date '9999-12-31') >= d.judged_on
    group by d.rec
),

renewed as (
    select d.rec, list(o.rec order by o.rec) as recs
    from spanned as d
    inner join delegator as g on g.rec = d.rec
    inner join designations as o
        on
            o.designee = d.designee and o.rec <> d.rec
            and o.recorded_on > g.left_on and o.start_on > g.left_on and o.start_on <= d.judged_on
    inner join position as r
        on r.person = o.designated_by and r.start_on <= o.start_on and r.last_on >= o.start_on
    group by d.rec
),

seen as (
    select d.rec, list(distinct k.rec order by k.rec) as recs
    from spanned as d
    inner join delegator as g on g.rec = d.rec
    cross join parameter as q
    inner join listed_person as l on l.person = d.designee
    inner join listed_access as k
        on
            k.rec = l.rec and k.is_managing and k.checked_on <= d.judged_on
            and date_diff('day', g.left_on, k.checked_on) > q.designation_reconfirm
            and (list_contains(d.channels, k.channel) or list_contains(d.channels, 'all'))
    group by d.rec
),

judged as (
    select
        d.designation, d.start_on, d.rec, g.recs as delegator_recs, e.recs as designee_recs, s.recs as seen_recs,
        n.recs as renewed_recs,
        case
            when d.recorded_quality = 'date_only' then ['date_only']
            when d.recorded_quality in ('ambiguous', 'nonexistent') then ['tz_uncertain']
            else []
        end as flags,
        case
            when d.document is null then 'no_document'
            when d.recorded_on > d.start_on then 'retroactive'
            when d.designee = d.designated_by then 'self_designation'
            when coalesce(g.held_at_start, 0) = 0 then 'sub_delegation'
            when d.powers is null or d.channels is null then 'scope_unspecified'
            when g.holds_now = 0 and n.rec is null and s.rec is not null then 'not_reconfirmed'
            when g.holds_now = 0 and n.rec is null then 'unconfirmed'
            when e.is_employee = 0 then 'non_employee'
            when d.end_on is null then 'no_end'
            else 'valid'
        end as state
    from spanned as d
    left join delegator as g on g.rec = d.rec
    left join designee as e on e.rec = d.rec
    left join renewed as n on n.rec = d.rec
    left join seen as s on s.rec = d.rec
)

select
    designation as item,
    case
        when state = 'valid' then 'pass'
        when state in ('unconfirmed', 'non_employee', 'no_end') then 'observation'
        else 'exception'
    end as outcome,
    case when state <> 'valid' then state end as subtype,
    case state
        when 'no_document' then 'no document is referred to'
        when 'retroactive' then 'it was recorded after its first day'
        when 'self_designation' then 'the person was designated by himself or herself'
        when 'sub_delegation' then 'the person who made it held none of the four positions on its first day'
        when 'scope_unspecified' then 'powers or channels are not named'
        when 'not_reconfirmed' then 'the person who made it left too long ago, and the access was still there'
        when 'unconfirmed' then 'the person who made it has left the position, and nobody has made it anew'
        when 'non_employee' then 'the designee is not an employee'
        when 'no_end' then 'it has no end'
        else 'it is complete and was validly made'
    end as reason,
    cast(null as varchar) as channel,
    flags,
    cast(null as timestamp) as occurred_at,
    list_prepend(
        rec,
        list_concat(
            coalesce(delegator_recs, []),
            list_concat(
                coalesce(designee_recs, []), list_concat(coalesce(seen_recs, []), coalesce(renewed_recs, []))
            )
        )
    ) as evidence
from judged
