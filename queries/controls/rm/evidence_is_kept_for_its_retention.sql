/*
id         = "RM-06"
title      = "Kept copies last as long as their retention"
clauses    = ["1.4a"]
tier       = 2
severity   = "high"
basis      = ["L"]
subject    = "kept copy"
needs      = ["evidence"]
parameters = []
criterion  = "Each kept copy whose retention is not over is there and unchanged; it is disposed of only after its retention, under an adopted schedule and with a record."
counts     = "Population: kept copies of any period whose retention is not over at the cut-off (a blank date never is), and those disposed of by the cut-off. A copy under the evidence folder must have the recorded sha256, where one is recorded; a file elsewhere is a reference and passes. Disposed of before its date, without a disposal record or before a statement on RC-01 (an adopted schedule): exception. Disposed of under a schedule and with a record, but with no date to hold it against: not evidenced. Legal holds are not recorded in the logbook."
effect     = "Records of public business are lost, and a removal can no longer be reviewed."
remedy     = "Stop disposal; reconstruct from platform export; record the loss."
*/
with kept as (
    select
        k.evidence, k.captured_at, k.rec, k.retain_until_on, k.disposal_record, k.file,
        lower(replace(coalesce(k.sha256, ''), 'sha256:', '')) as wanted_sha256,
        case when k.disposed_on <= p.as_of_on then k.disposed_on end as gone_on,
        case when substr(k.file, 1, 2) = './' then substr(k.file, 3) else k.file end as path
    from evidence as k
    cross join period as p
    where k.retain_until_on is null or k.retain_until_on >= p.as_of_on or k.disposed_on <= p.as_of_on
),

found as (
    select
        k.rec,
        max(case when k.wanted_sha256 in ('', lower(f.sha256)) then 1 else 0 end) as n_same
    from kept as k
    inner join source_file as f
        on
            f.status <> 'refused'
            and (f.file = k.path or (not contains(k.path, '/') and ends_with(f.file, '/' || k.path)))
    group by k.rec
),

schedule as (
    select min(attested_on) as adopted_on, min(rec) as rec
    from attestations
    where clause = 'RC-01'
),

judged as (
    select
        k.*,
        schedule.rec as schedule_rec,
        case
            when k.gone_on is null and f.n_same = 0 then 'changed'
            when k.gone_on is null and f.n_same = 1 then 'unchanged'
            when k.gone_on is null then 'reference'
            when k.gone_on < k.retain_until_on then 'too_early'
            when schedule.rec is null then 'no_schedule'
            when k.disposal_record is null then 'no_record'
            when k.retain_until_on is null then 'no_date'
            else 'disposed'
        end as state
    from kept as k
    left join found as f on f.rec = k.rec
    left join schedule on schedule.adopted_on <= k.gone_on
)

select
    evidence as item,
    case
        when state in ('unchanged', 'reference', 'disposed') then 'pass'
        when state = 'no_date' then 'not_evidenced'
        else 'exception'
    end as outcome,
    cast(null as varchar) as subtype,
    case state
        when 'unchanged' then 'the copy is there and unchanged'
        when 'reference' then 'the copy is a reference to a place outside the evidence folder'
        when 'disposed' then 'the copy was disposed of after its retention, under a schedule and with a record'
        when 'changed' then 'the copy is not the one that was recorded: its sha256 differs'
        when 'too_early' then 'the copy was disposed of before its retention was over'
        when 'no_schedule' then 'the copy was disposed of although no retention schedule is on record'
        when 'no_record' then 'the copy was disposed of without a record of it'
        else 'the copy was disposed of, and no retention date shows whether it was time'
    end as reason,
    captured_at as occurred_at,
    [rec, schedule_rec] as evidence
from judged
