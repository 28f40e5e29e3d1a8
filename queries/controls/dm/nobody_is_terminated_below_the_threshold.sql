/*
id         = "DM-19"
title      = "Nobody is terminated as a repeat infringer below the threshold"
clauses    = ["4.13"]
tier       = 1
severity   = "high"
basis      = ["L", "P"]
subject    = "termination or block"
needs      = ["dmca_items", "dmca_notices"]
witnesses  = ["dmca_counter_notices"]
covers     = ["actions", "dmca"]
parameters = ["repeat_infringer_notices", "repeat_infringer_window"]
criterion  = "Each block or termination for repeat infringement had at least repeat_infringer_notices effective notices within repeat_infringer_window months behind it when it was done, or another ground."
counts     = "Population: block episodes begun in the period with the code 4.13-repeat or under a notice with the event terminated, and such events of the period that no block act of the same notice carries. What counted is judged by what stood on that day: a notice retracted, or answered by a put-back, later still counts. Another ground is another code that grants a block, an investigation that found a violation of another clause before the act, or an independent ground recorded on the notice before it. BL-01 and BL-02 test the block besides."
effect     = "A person loses access on complaints that do not amount to repeat infringement."
remedy     = "Restore what no complete notice covers, or record the independent ground."
*/
with measure as (
    select
        b.action_no as item, b.notice_no, b.user_key, b.channel, b.case_no, b.reason_code,
        b.blocked_at as acted_at, b.blocked_until as acted_until, b.blocked_on as acted_on, b.flags, b.recs
    from block_episode as b
    where
        b.reason_code = '4.13-repeat'
        or exists (
            select 1
            from dmca_events as e
            where e.event = 'terminated' and e.notice_no = b.notice_no
        )
    union all
    select
        s.notice_no as item, s.notice_no, i.user_key, i.channel, null, null,
        min(s.happened_at), min(s.happened_until), min(s.happened_on), flatten(list(s.flags order by s.rec)),
        list(s.rec order by s.rec)
    from dmca_step as s
    left join dmca_item as i on i.notice_no = s.notice_no and (s.post is null or s.post = i.post)
    where
        s.step = 'terminated'
        and not exists (
            select 1
            from act as a
            where
                a.notice_no = s.notice_no and a.action in ('block', 'remove_member')
                and a.is_ecrl and a.is_effective
        )
    group by s.notice_no, i.user_key, i.channel
),

asked as (
    select m.*
    from measure as m
    cross join period as w
    where m.acted_at >= w.starts_at and m.acted_at < w.ends_at
),

tally as (
    select
        a.item, a.user_key,
        sum(case when e.start_until <= a.acted_at then 1 else 0 end) as certain,
        count(*) as possible,
        flatten(list(e.recs order by e.notice_no)) as recs
    from asked as a
    cross join parameter as q
    inner join
        effective_notice as e
        on
            e.user_key = a.user_key and e.start_at <= a.acted_until
            and e.start_on > cast(a.acted_on - q.repeat_infringer_window * interval 1 month as date)
            and (e.fell_away_at is null or e.fell_away_at > a.acted_at)
    group by a.item, a.user_key
),

finding as (
    select case_no, concluded_until, rec
    from investigations
    where
        conclusion = 'violation_found'
        and array_length(list_filter(clauses, lambda c: c not like '4.13%' and c not like '4.11%')) > 0
),

ground as (
    select a.item, i.rec
    from asked as a
    inner join finding as i on i.case_no = a.case_no
    where i.concluded_until <= a.acted_at
    union all
    select a.item, s.rec
    from asked as a
    inner join dmca_step as s on s.notice_no = a.notice_no and s.step = 'independent_ground'
    where s.happened_until <= a.acted_at
    union all
    select a.item, m.rec
    from asked as a
    inner join
        reason_map as m
        on
            m.code = a.reason_code and m.grants_block = 'yes' and m.clause <> '4.13'
            and m.start_on <= a.acted_on
            and m.end_on >= a.acted_on
),

grounded as (
    select g.item, list(g.rec order by g.rec) as recs
    from ground as g
    group by g.item
),

judged as (
    select
        a.item, a.channel, a.flags, a.acted_at, a.recs, t.recs as notice_recs, g.recs as ground_recs,
        q.repeat_infringer_notices, coalesce(t.certain, 0) as certain, a.user_key,
        case
            when coalesce(t.certain, 0) >= q.repeat_infringer_notices then 4
            when g.item is not null then 4
            when a.user_key is null then 3
            when coalesce(t.possible, 0) >= q.repeat_infringer_notices then 2
            else 1
        end as grade
    from asked as a
    cross join parameter as q
    left join tally as t on t.item = a.item and t.user_key = a.user_key
    left join grounded as g on g.item = a.item
),

ranked as (
    select
        j.*,
        row_number() over (
            partition by j.item
            order by j.grade, j.certain, coalesce(j.user_key, ''), coalesce(j.channel, '')
        ) as place
    from judged as j
)

select
    item,
    case grade
        when 1 then 'exception'
        when 4 then 'pass'
        else 'not_evidenced'
    end as outcome,
    case grade
        when 1 then 'below_threshold'
        when 2 then 'order_uncertain'
        when 3 then 'user_unknown'
    end as subtype,
    case grade
        when 1 then 'fewer effective notices than the threshold stood behind it, and no other ground is recorded'
        when 2 then 'the recorded times do not show whether the last notice came before the act'
        when 3 then 'no record says whom the act concerned'
        else 'enough effective notices, or another ground, stood behind it'
    end as reason,
    channel,
    flags,
    acted_at as occurred_at,
    case when grade <> 3 then cast(certain as double) end as measured,
    cast(repeat_infringer_notices as double) as threshold,
    list_concat(recs, list_concat(coalesce(notice_recs, []), coalesce(ground_recs, []))) as evidence
from ranked
where place = 1
