/*
id         = "DM-06"
title      = "Every copyright complaint has a number in the register"
clauses    = ["4.13"]
tier       = 1
severity   = "medium"
basis      = ["R"]
subject    = "copyright complaint"
needs      = ["dmca_notices"]
parameters = []
criterion  = "Every copyright complaint that any source shows is in the register under a number, with the time of its first receipt, and the numbers leave no gap without a record of the void number."
counts     = "Population: notices received in the period; concerns of category copyright and takedowns by a platform (reason 4.13) that no notice of the register matches by number or post, or, where the concern names no post, by channel and day; numbers that steps, counter-notices or acts mention but the register lacks; and rows of the register that could not be loaded, dated by their steps or, without any, listed in every period. A gap (same prefix, number at the end) is put to the notice that follows it; a correction of the sheet dmca_notices under the missing number, or a decision or closing under it, is the void record."
effect     = "A complaint without a number is not followed up, and nobody can show that the procedure was kept."
remedy     = "Give every complaint a number on arrival; complete the files listed."
*/
with set_aside as (
    select
        r.source_id * 1000000000 + r.row as rec, r.notice_no,
        max(case when j.column_name = 'received' and j.why like '%blank%' then 1 else 0 end) as lacks_receipt
    from raw_dmca_notices as r
    inner join source_reject as j on j.source_id = r.source_id and j.row = r.row
    left join dmca_notices as n on n.notice_no = r.notice_no
    where n.rec is null
    group by r.source_id, r.row, r.notice_no
),

mentioned as (
    select e.notice_no, e.happened_at as seen_at, e.rec, e.event in ('closed', 'decision_recorded') as is_void_record
    from dmca_events as e
    union all
    select c.notice_no, c.received_by_agent_at, c.rec, false
    from dmca_counter_notices as c
    union all
    select a.notice_no, a.acted_at, a.rec, false
    from act as a
    where a.notice_no is not null
),

unregistered as (
    select
        m.notice_no, min(m.seen_at) as seen_at, list(m.rec order by m.rec) as recs,
        max(case when m.is_void_record then 0 else 1 end) as is_complaint
    from mentioned as m
    left join dmca_notices as n on n.notice_no = m.notice_no
    where n.rec is null
    group by m.notice_no
),

number_used as (
    select n.notice_no, n.notice_no as numbered, true as is_register
    from dmca_notices as n
    union all
    select cast(null as varchar), c.key, false
    from corrections as c
    where c.sheet = 'dmca_notices'
    union all
    select cast(null as varchar), u.notice_no, false
    from unregistered as u
    union all
    select cast(null as varchar), s.notice_no, false
    from set_aside as s
    where s.notice_no is not null
),

numbered as (
    select
        u.notice_no, u.is_register,
        regexp_extract(u.numbered, '^(.*?)([0-9]{1,6})$', 1) as prefix,
        cast(regexp_extract(u.numbered, '^(.*?)([0-9]{1,6})$', 2) as bigint) as number
    from number_used as u
    where regexp_matches(u.numbered, '^(.*[^0-9])?[0-9]{1,6}$')
),

stepped as (
    select
        n.notice_no,
        n.number - lag(n.number) over (partition by n.prefix order by n.number, n.notice_no) as step
    from numbered as n
),

complaint as (
    select
        n.notice_no as item, n.received_at as found_at, n.channel, [n.rec] as recs, n.received_quality as quality,
        case when coalesce(s.step, 1) > 1 then 'sequence_gap' else 'registered' end as state
    from dmca_notices as n
    left join stepped as s on s.notice_no = n.notice_no
    union all
    select
        coalesce(s.notice_no, '-#' || cast(row_number() over (partition by s.notice_no order by s.rec) as varchar)),
        u.seen_at, null, list_prepend(s.rec, coalesce(u.recs, [])), null,
        case
            when s.notice_no is null then 'no_case_number'
            when s.lacks_receipt = 1 then 'received_missing'
            else 'row_set_aside'
        end
    from set_aside as s
    left join unregistered as u on u.notice_no = s.notice_no
    union all
    select u.notice_no, u.seen_at, null, u.recs, null, 'no_case_number'
    from unregistered as u
    left join set_aside as s on s.notice_no = u.notice_no
    where s.rec is null and u.is_complaint = 1
    union all
    select
        c.concern, c.received_at, c.channel, [c.rec], c.received_quality,
        case when c.outcome = 'duplicate' then 'duplicate' else 'no_case_number' end
    from concerns as c
    where
        (lower(c.category) like '%copyright%' or c.category like '4.13%')
        and not exists (
            select 1
            from dmca_notices as n
            left join dmca_items as i on i.notice_no = n.notice_no
            where
                n.notice_no = c.concern
                or i.post = c.post
                or (
                    c.post is null and n.received_on = c.received_on
                    and coalesce(n.channel, '') = coalesce(c.channel, n.channel, '')
                )
        )
    union all
    select a.action_no, a.acted_at, a.channel, a.recs, a.acted_quality, 'no_case_number'
    from act as a
    where
        a.source = 'platform' and a.notice_no is null and a.reason_code like '4.13%'
        and not exists (
            select 1
            from dmca_items as i
            where i.post = a.post
        )
),

placed as (
    select
        c.item, c.found_at, c.channel, c.recs, c.quality, c.state,
        row_number() over (partition by c.item order by c.state, c.recs) as place
    from complaint as c
    cross join period as p
    where c.found_at is null or (c.found_at >= p.starts_at and c.found_at < p.ends_at)
)

select
    item || case when place > 1 then '#' || cast(place as varchar) else '' end as item,
    case state
        when 'registered' then 'pass'
        when 'duplicate' then 'not_applicable'
        when 'row_set_aside' then 'not_evidenced'
        else 'exception'
    end as outcome,
    case when state <> 'registered' then state end as subtype,
    case state
        when 'registered' then 'the complaint is in the register with its first receipt'
        when 'duplicate' then 'the report was recorded as a duplicate of another'
        when 'row_set_aside' then 'the row of the register could not be loaded'
        when 'received_missing' then 'the register does not say when the complaint was first received'
        when 'sequence_gap' then 'the numbers before this one leave a gap that no void record explains'
        else 'a copyright complaint stands in the records without a number in the register'
    end as reason,
    channel,
    case
        when quality in ('ambiguous', 'nonexistent') then ['tz_uncertain']
        when quality = 'date_only' then ['date_only']
        else []
    end as flags,
    found_at as occurred_at,
    recs as evidence
from placed
