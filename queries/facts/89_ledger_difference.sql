/*
what = "Each row of a ledger of copyright notices whose file is not there under that very name, and each notice file of the ledger's years that no row names, one by one. side: row or file. counterpart: the name on the other side that is meant, where there is one. cause: duplicate, perhaps_duplicate (a row one day's figure away names a file that is there), lost_extension, letter_case, stray_space, wrong_century, incomplete_date, swapped_day_and_month, wrong_date, spelling, no_file, no_row. also_named_by: the row that names the counterpart rightly. Files are those of a list and those that were loaded; without any, nothing is compared."
*/
with file_name as (
    select regexp_extract(name, '[^/]+$', 0) as name
    from listed_file
    where side = 'file'
    union
    select regexp_extract(file, '[^/]+$', 0)
    from source_file
    where format = 'github_dmca_notice' and status = 'loaded' and not regexp_matches(lower(file), '\.zip$')
    union
    select regexp_extract(m.member, '[^/]+$', 0)
    from member_count as m
    inner join source_file as s on s.source_id = m.source_id
    where s.format = 'github_dmca_notice' and m.member <> ''
),

entry as (
    select
        'row' as side, source_id * 1000000000 + row as rec, name, lower(trim(coalesce(remark, ''))) as remark,
        row_number() over (partition by name order by source_id, row) as place
    from listed_file
    where
        side = 'row'
        and exists (
            select 1
            from file_name
        )
    union all
    select 'file', null, name, '', 1 from file_name
),

dated as (
    select
        entry.*,
        regexp_extract(name, '^([0-9]{4,5}(-[0-9]{1,2}){0,2})-', 1) as day_text
    from entry
),

split as (
    select
        dated.*,
        regexp_replace(
            regexp_replace(day_text, '-([0-9])-', '-0\1-', 'g'), '-([0-9])$', '-0\1'
        ) as day,
        regexp_replace(
            trim(lower(case when day_text = '' then name else substr(name, length(day_text) + 2) end)), '\.md$', ''
        ) as stem
    from dated
),

spelt as (
    select
        split.*,
        left(day_text, 4) as year,
        substr(day, 6) as month_and_day,
        regexp_matches(day_text, '^[0-9]{4,5}-[0-9]{2}-[0-9]{2}$') as is_full_day,
        regexp_replace(stem, '[\s_.-]', '', 'g') as letters,
        regexp_replace(stem, '[^0-9]', '', 'g') as digits,
        regexp_replace(stem, '-?[0-9]+$', '') as base
    from split
),

file_entry as (
    select f.*, r.rec as named_by
    from spelt as f
    left join spelt as r on r.side = 'row' and r.name = f.name and r.place = 1
    where f.side = 'file'
),

open_row as (
    select r.*
    from spelt as r
    where
        r.side = 'row'
        and r.place = 1
        and not exists (
            select 1
            from file_entry as f
            where f.name = r.name
        )
),

resemblance as (
    select
        r.rec, f.name as file, f.named_by,
        case
            when r.name || '.md' = f.name then 1
            when lower(r.name) = lower(f.name) then 2
            when replace(r.name, ' ', '') = replace(f.name, ' ', '') then 3
            when
                r.stem = f.stem
                and regexp_replace(r.day, '^[0-9]+-', '') = f.month_and_day
                and (length(regexp_extract(r.day, '^[0-9]+', 0)) <> 4 or left(r.day, 2) <> left(f.day, 2))
                and r.is_full_day
                then 4
            when r.stem = f.stem and not r.is_full_day and starts_with(f.day, r.day) then 5
            when
                r.stem = f.stem
                and r.year = f.year
                and r.day = f.year || '-' || substr(f.day, 9, 2) || '-' || substr(f.day, 6, 2)
                then 6
            when r.stem = f.stem and levenshtein(r.day, f.day) = 1 then 7
            when
                r.day = f.day
                and r.digits = f.digits
                and (r.letters = f.letters or (length(f.stem) > 4 and levenshtein(r.stem, f.stem) <= 2))
                then 8
        end as likeness
    from open_row as r
    inner join file_entry as f
        on
            r.stem = f.stem
            or r.day = f.day
            or lower(r.name) = lower(f.name)
            or replace(r.name, ' ', '') = replace(f.name, ' ', '')
),

ranked as (
    select
        resemblance.*,
        row_number() over (partition by rec order by likeness, file) as place_of_row,
        row_number() over (partition by file order by likeness, rec) as place_of_file
    from resemblance
    where likeness is not null and named_by is null
),

paired as (
    select rec, file, likeness
    from ranked
    where place_of_row = 1 and place_of_file = 1
),

taken as (
    select
        rec, file, likeness, named_by,
        row_number() over (partition by rec order by likeness, file) as place
    from resemblance
    where likeness is not null and likeness <> 8 and named_by is not null
),

marked as (
    select r.rec, min(m.name) as name, min(m.rec) as named_by
    from open_row as r
    inner join spelt as m
        on m.side = 'row' and m.day = r.day and m.base = r.base and m.rec <> r.rec
    where m.remark = 'duplicate' or r.remark = 'duplicate'
    group by r.rec
),

caused as (
    select
        r.rec, r.name,
        coalesce(p.file, case when t.likeness <= 5 then t.file end, m.name, t.file) as counterpart,
        case
            when p.rec is not null then p.likeness
            when t.likeness <= 5 then t.likeness
            when m.rec is not null then 9
            when t.rec is not null then 10
        end as reason,
        case when p.rec is null then coalesce(case when t.likeness <= 5 then t.named_by end, m.named_by, t.named_by) end
            as also_named_by
    from open_row as r
    left join paired as p on p.rec = r.rec
    left join taken as t on t.rec = r.rec and t.place = 1
    left join marked as m on m.rec = r.rec
    union all
    select d.rec, d.name, f.name as counterpart, 9 as reason, f.rec as also_named_by
    from spelt as d
    inner join spelt as f on f.side = 'row' and f.name = d.name and f.place = 1
    where d.side = 'row' and d.place > 1
),

listed as (
    select 'row' as side, rec, name, counterpart, reason, also_named_by, 'no_file' as otherwise from caused
    union all
    select
        'file' as side, cast(null as bigint) as rec, f.name, r.name as counterpart, p.likeness as reason,
        cast(null as bigint) as also_named_by, 'no_row' as otherwise
    from file_entry as f
    left join paired as p on p.file = f.name
    left join open_row as r on r.rec = p.rec
    where
        f.named_by is null
        and (
            p.rec is not null
            or exists (
                select 1
                from spelt as y
                where y.side = 'row' and y.year = f.year and y.is_full_day
            )
        )
)

select
    side, rec, name, counterpart, also_named_by,
    case reason
        when 1 then 'lost_extension'
        when 2 then 'letter_case'
        when 3 then 'stray_space'
        when 4 then 'wrong_century'
        when 5 then 'incomplete_date'
        when 6 then 'swapped_day_and_month'
        when 7 then 'wrong_date'
        when 8 then 'spelling'
        when 9 then 'duplicate'
        when 10 then 'perhaps_duplicate'
        else otherwise
    end as cause
from listed
