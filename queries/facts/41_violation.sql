/*
what = "Confirmed violations: a moderator's or reviewer's judgment, an upheld concern about the post, or a staff removal of it under a code that grants removal; a detector's hit is none (CS-16). known_at is when the library knew (of a concern: its receipt), confirmed_at when it had decided; reversed_at is the first appeal or later judgment on the same rule that undid it afterwards."
*/
with found as (
    select
        j.post, coalesce(m.code, j.rule) as code, coalesce(m.clause, j.rule) as clause, j.judged_at as known_at,
        j.judged_until as known_until, j.judged_at as confirmed_at, 'judgment' as found_by, j.origin, j.rec
    from judgments as j
    left join reason_map as m
        on
            m.code = j.rule and m.start_on <= j.judged_on
            and m.end_on >= j.judged_on
    where j.judgment = 'violating' and j.origin in ('moderator', 'reviewer') and j.judged_at is not null
    union all
    select
        c.post, m.code, m.clause, c.received_at, c.received_until,
        coalesce(c.closed_at, c.first_reviewed_at, c.received_at), 'concern', 'concern', c.rec
    from concerns as c
    left join reason_map as m
        on
            m.code = c.category and m.start_on <= c.received_on
            and m.end_on >= c.received_on
    where c.outcome = 'upheld' and c.post is not null and c.received_at is not null
    union all
    select distinct
        a.post, m.code, m.clause, a.acted_at, a.acted_until, a.acted_at as confirmed_at, 'removal', 'moderator', a.rec
    from removal_act as r
    inner join act as a on a.rec = r.rec
    inner join act_reason as stated on stated.rec = a.rec and stated.kind = 'code'
    inner join reason_map as m
        on
            m.code = stated.code and m.grants_removal = 'yes'
            and m.start_on <= a.acted_on
            and m.end_on >= a.acted_on
    where a.post is not null and a.source = 'staff'
),

undone as (
    select r.post, cast(null as varchar) as clause, cast(null as varchar) as rule, ap.decided_at as undone_at
    from appeals as ap
    inner join removal_act as r on r.action_no = ap.action_no
    where ap.decision = 'reversed' and ap.decided_at is not null
    union all
    select j.post, coalesce(m.clause, j.rule), j.rule, j.judged_at
    from judgments as j
    left join reason_map as m
        on
            m.code = j.rule and m.start_on <= j.judged_on
            and m.end_on >= j.judged_on
    where j.judgment = 'not_violating' and j.origin in ('moderator', 'reviewer') and j.judged_at is not null
)

select
    f.post, p.author as user_key, p.channel, p.posted_at, p.posted_on, f.code, f.clause, f.known_at, f.known_until,
    f.found_by, f.origin, f.rec, p.rec as post_rec, f.confirmed_at,
    (
        select min(u.undone_at)
        from undone as u
        where
            u.post = f.post and u.undone_at > f.confirmed_at
            and (u.rule is null or f.clause is null or u.clause = f.clause or u.rule = f.code)
    ) as reversed_at
from found as f
inner join posts as p on p.post = f.post
where p.author_kind <> 'staff'
