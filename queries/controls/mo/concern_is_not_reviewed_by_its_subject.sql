/*
id         = "MO-09"
title      = "Nobody reviews a concern about their own act"
clauses    = ["4.19"]
tier       = 2
severity   = "medium"
basis      = ["S"]
subject    = "concern about a staff act"
needs      = ["concerns", "logins"]
parameters = []
criterion  = "A concern about something staff did was reviewed by somebody else than the person who did it."
counts     = "Population: concerns received in the period about a post by staff, or naming an act by staff from before the concern (an act after it is what the library did about it). A concern nobody reviewed yet is not applicable (MO-03). Where the reviewer or the person who acted is not known, or a login of several people includes the reviewer, this is not evidenced."
effect     = "Complaints about staff are settled by the person complained about."
remedy     = "Set a rota with cover for holidays; use alerts for old threads; conclude the listed open reports."
*/
with subject as (
    select
        c.rec as concern_rec, p.author as login, p.channel, coalesce(p.scheduled_on, p.posted_on) as done_on, p.rec
    from concerns as c
    inner join posts as p on p.post = c.post
    where p.author_kind = 'staff'
    union all
    select c.rec as concern_rec, a.login, a.channel, a.acted_on as done_on, a.rec
    from concerns as c
    inner join act as a on a.action_no = c.action_no
    where a.source = 'staff' and a.acted_until <= c.received_at
),

person as (
    select s.concern_rec, s.rec, h.person, h.kind, h.rec as login_rec
    from subject as s
    left join login_holder as h
        on
            h.login = s.login
            and (h.channel is null or h.channel = s.channel)
            and (h.start_on is null or h.start_on <= s.done_on)
            and (h.end_on is null or h.end_on >= s.done_on)
),

counted as (
    select
        c.rec as concern_rec,
        count(distinct coalesce(n.person, '')) as n_persons,
        sum(case when n.person is null or n.kind not in ('human', 'shared') then 1 else 0 end) as n_unknown,
        sum(case when n.kind = 'shared' then 1 else 0 end) as n_shared,
        sum(case when n.person = c.reviewed_by then 1 else 0 end) as n_same,
        list_concat(list(n.rec order by n.rec), list(n.login_rec order by n.login_rec)) as recs
    from concerns as c
    inner join person as n on n.concern_rec = c.rec
    group by c.rec
),

judged as (
    select
        c.concern, c.channel, c.received_at, c.rec, n.recs,
        case
            when c.first_reviewed_at is null then 'not_reviewed'
            when c.reviewed_by is null then 'reviewer_not_recorded'
            when n.n_same > 0 and n.n_persons = 1 and n.n_shared = 0 then 'reviewed_by_subject'
            when n.n_same > 0 then 'several_persons'
            when n.n_unknown > 0 then 'unknown_actor'
            else 'reviewed_by_other'
        end as state
    from concerns as c
    cross join period as p
    inner join counted as n on n.concern_rec = c.rec
    where c.received_at >= p.starts_at and c.received_at < p.ends_at
)

select
    concern as item,
    case state
        when 'not_reviewed' then 'not_applicable'
        when 'reviewed_by_other' then 'pass'
        when 'reviewed_by_subject' then 'exception'
        else 'not_evidenced'
    end as outcome,
    case when state <> 'reviewed_by_other' then state end as subtype,
    case state
        when 'not_reviewed' then 'nobody has reviewed the concern yet'
        when 'reviewed_by_other' then 'somebody else reviewed the concern'
        when 'reviewed_by_subject' then 'the person who acted reviewed the concern about it'
        when 'several_persons' then 'the reviewer may be one of several people who acted'
        when 'reviewer_not_recorded' then 'the record does not say who reviewed the concern'
        else 'the records do not show who acted'
    end as reason,
    channel,
    received_at as occurred_at,
    list_prepend(rec, recs) as evidence
from judged
