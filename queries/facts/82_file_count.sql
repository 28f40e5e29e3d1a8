/*
what = "Each file that was loaded or refused: how many records were read, how many are declared of it (by the sheet coverage, or by an archive about its own parts), and whether both agree and every record set aside is listed. state: agrees, undeclared, mismatch, part_missing, unlisted, refused, not_supplied, left_unread. A count declared of a workbook is that of the sheets of the named source; several counts of one file are one repeated, or parts of a sum."
*/
with file as (
    select
        file,
        cast(sum(seen) as bigint) as n_read,
        cast(sum(quarantined) as bigint) as n_quarantined,
        count(*) as n_sources,
        max(case when status = 'refused' then 1 else 0 end) as is_refused
    from source_file
    where status in ('loaded', 'refused')
    group by file
),

listed as (
    select l.file, count(*) as n_listed
    from (
        select distinct f.file, r.source_id, r.row
        from source_reject as r
        inner join source_file as f on f.source_id = r.source_id
        where r.row > 0
    ) as l
    group by l.file
),

of_a_workbook as (
    select f.file, m.source, cast(sum(f.seen) as bigint) as n_read
    from source_file as f
    inner join source_sheet as m on m.sheet = f.sheet
    where f.status = 'loaded'
    group by f.file, m.source
),

by_register as (
    select
        d.file, d.given_as, d.status,
        case when f.n_sources > 1 then w.n_read else f.n_read end as n_read,
        min(d.rows_declared) as lowest,
        max(d.rows_declared) as highest,
        cast(sum(d.rows_declared) as bigint) as total,
        list(d.rec order by d.rec) as recs
    from declared_file as d
    left join file as f on f.file = d.file
    left join of_a_workbook as w on w.file = d.file and w.source = d.source
    where d.rows_declared is not null
    group by
        d.file, d.given_as, d.status, f.n_sources, f.n_read, w.n_read,
        case when f.n_sources > 1 and w.n_read is not null then d.source end
),

zipped as (
    select distinct source_id
    from member_count
    where member <> ''
),

by_member as (
    select
        s.file, d.file as part, d.rows_declared, cast(coalesce(sum(m.records), 0) as bigint) as n_read,
        d.source_id * 1000000000 + d.row as rec
    from declared_count as d
    inner join zipped as z on z.source_id = d.source_id
    inner join source_file as s on s.source_id = d.source_id
    left join member_count as m
        on m.source_id = d.source_id and (m.member = d.file or ends_with(m.member, '/' || d.file))
    where d.rows_declared is not null
    group by s.file, d.file, d.rows_declared, d.source_id, d.row
),

flawed as (
    select s.file, count(distinct u.row) as n_flawed
    from unread_row as u
    inner join source_file as s on s.source_id = u.source_id
    where u.kind = 'quarantined'
    group by s.file
),

by_archive as (
    select
        m.file, cast(null as varchar) as part,
        cast(sum(m.n_read) as bigint) as n_read,
        cast(sum(m.rows_declared) as bigint) as declared,
        max(case when m.n_read > m.rows_declared then 1 else 0 end) = 0
        and sum(case when m.rows_declared > m.n_read then m.rows_declared - m.n_read else 0 end)
        <= coalesce(max(f.n_flawed), 0) as is_agreed,
        list(m.rec order by m.rec) as recs
    from by_member as m
    left join flawed as f on f.file = m.file
    group by m.file
    union all
    select
        coalesce(f.file, s.file), case when f.file is null then d.file end,
        coalesce(f.n_read, 0), d.rows_declared,
        coalesce(f.n_read, 0) = d.rows_declared, [d.source_id * 1000000000 + d.row]
    from declared_count as d
    inner join source_file as s on s.source_id = d.source_id
    left join file as f
        on f.file = regexp_replace(s.file, '[^/]+$', '') || regexp_extract(d.file, '[^/]+$', 0)
    where
        d.rows_declared is not null
        and not exists (
            select 1
            from zipped as z
            where z.source_id = d.source_id
        )
),

declaration as (
    select
        coalesce(file, given_as) as file, n_read,
        case when total = n_read then total else highest end as declared,
        coalesce((lowest = highest and lowest = n_read) or total = n_read, false) as is_agreed,
        case
            when file is null then 'not_supplied'
            when status not in ('loaded', 'refused') then 'left_unread'
            else 'mismatch'
        end as failing, recs
    from by_register
    union all
    select
        file, n_read, declared, is_agreed,
        case when part is null then 'mismatch' else 'part_missing' end, recs
    from by_archive
),

summed as (
    select
        file,
        max(case when is_agreed then 0 else 1 end) as is_failing,
        max(case when not is_agreed then failing end) as failing,
        max(case when not is_agreed then n_read end) as failing_read,
        max(case when not is_agreed then declared end) as failing_declared,
        max(n_read) as n_read,
        max(declared) as declared,
        flatten(list(recs order by declared, n_read, failing)) as recs
    from declaration
    group by file
)

select
    coalesce(f.file, s.file) as file,
    case when s.is_failing = 1 then s.failing_read when s.file is not null then s.n_read else f.n_read end as n_read,
    case when s.is_failing = 1 then s.failing_declared else s.declared end as n_declared,
    case
        when f.file is null then s.failing
        when s.is_failing = 1 then s.failing
        when f.n_quarantined > coalesce(l.n_listed, 0) then 'unlisted'
        when f.is_refused = 1 then 'refused'
        when s.file is null then 'undeclared'
        else 'agrees'
    end as state,
    coalesce(s.recs, []) as recs
from file as f
full join summed as s on s.file = f.file
left join listed as l on l.file = f.file
