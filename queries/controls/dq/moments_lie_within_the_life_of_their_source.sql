/*
id         = "DQ-14"
title      = "No row tells of a moment after its export or before its account opened"
clauses    = ["1.4a"]
tier       = 1
severity   = "medium"
basis      = ["I"]
subject    = "row of a sheet"
needs      = []
witnesses  = ["channels", "coverage"]
parameters = []
criterion  = "The moment of each row is not later than the moment its file was exported and not earlier than the day its account was opened."
counts     = "Population: rows of the period with a moment, where the moment of the export or the day the account opened is known; a row outside these bounds belongs to every period, as its moment says nothing. The export's moment is the latest one that the sheet coverage gives for the file, or for the row's source and channel when each of its declarations without a file gives one. Days of the account compare by local day. A row out of bounds is not evidenced."
effect     = "The row cannot be placed in time, and no test of a deadline or an order can use it."
remedy     = "Correct the time at its source and note the correction; do not edit rows by hand."
*/
with export_of_file as (
    select f.source_id, max(c.exported_until) as exported_until, list(c.rec order by c.rec) as recs
    from coverage as c
    inner join declared_file as d on d.rec = c.rec
    inner join source_file as f on f.file = d.file
    where c.exported_until is not null
    group by f.source_id
),

export_of_source as (
    select
        m.sheet, c.channel, max(c.exported_until) as exported_until, list(c.rec order by c.rec) as recs,
        count(*) = count(c.exported_until) as is_complete
    from coverage as c
    inner join source_sheet as m on c.source in (m.source, 'all')
    left join declared_file as d on d.rec = c.rec
    where d.file is null
    group by m.sheet, c.channel
),

row_limit as (
    select
        k.sheet, k.key_text, k.rec, k.channel, k.moment_at, k.moment_until, k.moment_on, k.touches_period,
        h.opened_on, h.rec as channel_rec,
        case
            when f.source_id is not null then f.exported_until
            when own.is_complete and every.is_complete then greatest(own.exported_until, every.exported_until)
            when every.is_complete is null and own.is_complete then own.exported_until
            when own.is_complete is null and every.is_complete then every.exported_until
        end as exported_until,
        list_concat(coalesce(f.recs, []), list_concat(coalesce(own.recs, []), coalesce(every.recs, []))) as recs
    from kept_row as k
    left join channels as h on h.channel = k.channel
    left join export_of_file as f
        on f.source_id = cast((k.rec - k.rec % 1000000000) / 1000000000 as bigint)
    left join export_of_source as own on own.sheet = k.sheet and own.channel = k.channel
    left join export_of_source as every on every.sheet = k.sheet and every.channel = 'all'
    where k.moment_at is not null
),

judged as (
    select
        r.*,
        case
            when r.moment_at > r.exported_until then 'after_export'
            when r.moment_on < r.opened_on then 'before_opening'
            else 'within'
        end as state
    from row_limit as r
    where r.exported_until is not null or r.opened_on is not null
),

ranked as (
    select
        j.*,
        row_number() over (
            partition by sheet, key_text
            order by case state when 'within' then 1 else 0 end, rec
        ) as place
    from judged as j
    where touches_period or state <> 'within'
)

select
    sheet || '/' || key_text as item,
    case state when 'within' then 'pass' else 'not_evidenced' end as outcome,
    case when state <> 'within' then state end as subtype,
    case state
        when 'after_export' then 'the row tells of a moment after its file was exported'
        when 'before_opening' then 'the row tells of a moment before the account was opened'
        else 'the moment lies between the opening of the account and the export'
    end as reason,
    channel,
    moment_at as occurred_at,
    list_concat([rec, channel_rec], recs) as evidence
from ranked
where place = 1
