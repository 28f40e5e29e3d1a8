/*
what = "Each reason an act of the library states, one row per reason: code (a reason code, several split at ; or ,), text (free words only), case (a clause of the investigation it names), notice (4.13, the copyright notice it names), filter (the clause of the library's rule that acted). Placeholders are no reasons; what was recorded after the cut-off is not here (CS-3)."
*/
with placeholder as (
    select p.word
    from (
        values
        ('-'), ('--'), ('---'), ('–'), ('—'), ('.'), ('..'), ('...'), ('…'), ('?'), ('n/a'), ('na'), ('n.a.'),
        ('none'), ('other')
    ) as p (word)
),

written as (
    select
        a.rec, a.action_no, a.acted_on, a.reason,
        coalesce(a.reason_recorded_at, a.acted_at) as recorded_at,
        coalesce(a.reason_recorded_until, a.acted_until) as recorded_until,
        coalesce(a.reason_recorded_on, a.acted_on) as recorded_on,
        case
            when a.reason_code is null then []
            when exists (
                select 1
                from reason_map as m
                where m.code = a.reason_code
            ) then [a.reason_code]
            else string_split(replace(a.reason_code, ',', ';'), ';')
        end as pieces
    from act as a
    inner join record_actions as whole on whole.rec = a.rec
    cross join period as p
    where a.is_ecrl and (whole.reason_recorded_at is null or whole.reason_recorded_at <= p.as_of_at)
),

part as (
    select written.rec, trim(piece.code) as code
    from written
    cross join unnest(written.pieces) as piece (code)
)

select
    w.rec, w.action_no, w.acted_on, 'code' as kind, part.code,
    w.recorded_at, w.recorded_until, w.recorded_on, w.rec as source_rec
from written as w
inner join part on part.rec = w.rec
where
    part.code <> ''
    and not exists (
        select 1
        from placeholder as p
        where p.word = lower(part.code)
    )
union all
select
    w.rec, w.action_no, w.acted_on, 'text', cast(null as varchar),
    w.recorded_at, w.recorded_until, w.recorded_on, w.rec as source_rec
from written as w
where
    w.reason is not null
    and not exists (
        select 1
        from placeholder as p
        where p.word = lower(w.reason)
    )
union all
select
    a.rec, a.action_no, a.acted_on, 'case', trim(piece.clause),
    i.opened_at, i.opened_until, i.opened_on, i.rec as source_rec
from act as a
inner join investigations as i on i.case_no = a.case_no
cross join unnest(i.clauses) as piece (clause)
where a.is_ecrl
union all
select
    a.rec, a.action_no, a.acted_on, 'notice', '4.13',
    n.received_at, n.received_until, n.received_on, n.rec as source_rec
from act as a
inner join dmca_notices as n on n.notice_no = a.notice_no
where a.is_ecrl
union all
select
    a.rec, a.action_no, a.acted_on, 'filter', f.clause,
    a.acted_at, a.acted_until, a.acted_on as recorded_on, f.rec as source_rec
from act as a
inner join filter_rules as f on f.filter_rule = a.filter_rule
where a.source = 'automation' and f.clause is not null
