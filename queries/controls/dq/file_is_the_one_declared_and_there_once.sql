/*
id         = "DQ-03"
title      = "Each file is the one declared, and is there once"
clauses    = ["1.4a"]
tier       = 1
severity   = "medium"
basis      = ["I"]
subject    = "source file"
needs      = []
witnesses  = ["coverage"]
parameters = []
criterion  = "The digest of each file is the one declared of it, and no file is there twice under two names."
counts     = "Population: files loaded and kept copies. The digest is declared in coverage.sha256; without one only the second half of the criterion is tested. Of the same bytes under several names the first in path order passes and the others are exceptions. Files without any record or any byte, and files left unread, are not compared."
effect     = "Evidence may have been changed after it was exported, or may be counted as two sources."
remedy     = "Re-export the file from its source; take the second copy out of the folder; do not edit rows by hand."
*/
with file as (
    select
        file, min(sha256) as sha256,
        max(case when status = 'loaded' and seen = 0 then 0 else 1 end) = 1
        and min(sha256) <> 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855' as is_comparable
    from source_file
    where status in ('loaded', 'evidence copy')
    group by file
),

ranked as (
    select
        file, sha256, is_comparable,
        row_number() over (partition by sha256, is_comparable order by file) as place
    from file
),

referring as (
    select file, list(rec order by rec) as recs
    from evidence
    where file is not null
    group by file
),

declared as (
    select
        d.file,
        max(case when d.sha256 <> f.sha256 then 1 else 0 end) as differs,
        list(d.rec order by d.rec) as recs
    from declared_file as d
    inner join file as f on f.file = d.file
    where d.sha256 is not null
    group by d.file
),

judged as (
    select
        r.file, list_concat(coalesce(d.recs, []), coalesce(k.recs, [])) as recs,
        case
            when d.differs = 1 then 'other_digest'
            when r.is_comparable and r.place > 1 then 'same_file_twice'
            when d.file is null then 'undeclared'
            else 'same'
        end as state
    from ranked as r
    left join declared as d on d.file = r.file
    left join referring as k on k.file = r.file
)

select
    file as item,
    case when state in ('other_digest', 'same_file_twice') then 'exception' else 'pass' end as outcome,
    case when state in ('other_digest', 'same_file_twice') then state end as subtype,
    case state
        when 'other_digest' then 'the digest of the file is not the one declared'
        when 'same_file_twice' then 'the same bytes are there under another name'
        when 'undeclared' then 'no digest is declared; the file is there once'
        else 'the file is the one declared and is there once'
    end as reason,
    cast(null as varchar) as channel,
    recs as evidence
from judged
