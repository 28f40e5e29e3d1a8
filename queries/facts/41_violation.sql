/*
what = "Confirmed violations: a moderator's or reviewer's judgment, an upheld concern about the post, or a staff removal of it under a code that grants removal; a detector's hit is none (CS-16). known_at is when the library knew; reversed_at when an appeal or a later judgment undid it."
*/
with found as (
    select
        j.post, coalesce(m.code, j.rule) as code, coalesce(m.clause, j.rule) as clause, j.judged_at as known_at, j.judged_until as known_until,
        'judgment' as found_by, j.origin, j.rec
    from judgments as j
    left join reason_map as m
        on
            m.code = j.rule and coalesce(m.start_on, date '0001-01-01') <= j.judged_on
            and coalesce(m.end_on, date '9999-12-31') >= j.judged_on
    where j.judgment = 'violating' and j.origin in ('moderator', 'reviewer')
    union all
    select
        c.post, m.code, m.clause, c.received_at, c.received_until, 'concern', 'concern', c.rec
    from concerns as c
    left join reason_map as m on m.code = c.category
    where c.outcome = 'upheld' and c.post is not null
    union all
    select
        a.post, m.code, m.clause, a.acted_at, a.acted_until, 'removal', 'moderator', a.rec
    from removal_act as r
    inner join act as a on a.rec = r.rec
    inner join reason_map as m
        on
            m.code = a.reason_code and m.grants_removal = 'yes'
            and coalesce(m.start_on, date '0001-01-01') <= a.acted_on
            and coalesce(m.end_on, date '9999-12-31') >= a.acted_on
    where a.post is not null and a.source = 'staff'
)

select
    f.post, p.author as user_key, p.channel, p.posted_at, p.posted_on, f.code, f.clause, f.known_at, f.known_until,
    f.found_by, f.origin, f.rec, p.rec as post_rec,
    (
        select min(moment)
        from (
            select ap.decided_at as moment
            from appeals as ap
            inner join removal_act as r on r.action_no = ap.action_no
            where r.post = f.post and ap.decision = 'reversed' and ap.decided_at is not null
            union all
            select j.judged_at
            from judgments as j
            where
                j.post = f.post and j.judgment = 'not_violating' and j.origin in ('moderator', 'reviewer')
                and j.judged_at > f.known_at
        )
    ) as reversed_at
from found as f
inner join posts as p on p.post = f.post
where p.author_kind <> 'staff'
