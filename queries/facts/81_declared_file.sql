/*
what = "Each row of the sheet coverage that names a file, with the file of the evidence folder it means: the same path, or else the only file with the same last part. file is null where no such file was supplied; status is what became of it."
*/
with supplied_file as (
    select
        file,
        regexp_extract(file, '[^/]+$', 0) as last_part,
        max(case when status = 'loaded' then 4 when status = 'refused' then 3 when status = 'ignored' then 1 else 2 end)
            as place
    from source_file
    group by file
),

only_one as (
    select last_part, min(file) as file
    from supplied_file
    group by last_part
    having count(*) = 1
),

named as (
    select
        c.rec, c.source, c.rows_declared,
        replace(lower(c.sha256), 'sha256:', '') as sha256,
        case when starts_with(c.file, './') then substr(c.file, 3) else c.file end as given_as
    from coverage as c
    where c.file is not null
)

select
    n.rec, n.source, n.rows_declared, n.sha256, n.given_as,
    f.file,
    case f.place
        when 4 then 'loaded'
        when 3 then 'refused'
        when 2 then 'evidence copy'
        when 1 then 'ignored'
    end as status
from named as n
left join supplied_file as same on same.file = n.given_as
left join only_one as o on same.file is null and o.last_part = regexp_extract(n.given_as, '[^/]+$', 0)
left join supplied_file as f on f.file = coalesce(same.file, o.file)
