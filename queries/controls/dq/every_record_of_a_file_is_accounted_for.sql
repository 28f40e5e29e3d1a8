/*
id         = "DQ-02"
title      = "Every record of a file is accounted for"
clauses    = ["1.4a"]
tier       = 1
severity   = "medium"
basis      = ["I"]
subject    = "source file"
needs      = []
witnesses  = ["coverage"]
parameters = []
criterion  = "As many records as are declared of a file were read from it, and each record that was set aside is listed with its reason."
counts     = "Population: files loaded or refused (a workbook is one file), and files the sheet coverage declares a number of rows of. Read is loaded, set aside, duplicate and out of scope together. The number is declared in coverage.rows_declared, or by an archive about its own parts. A part an archive declares and that was not supplied counts on the archive's own list. Without a declared number only the second half of the criterion is tested. A refused file is not evidenced unless a number declared of it was not read; a declared file that was not supplied or left unread is not evidenced."
effect     = "Records may be missing from every test that rests on the file."
remedy     = "Re-export the file; correct the mapping; do not edit rows by hand."
*/
select
    file as item,
    case
        when state in ('mismatch', 'part_missing', 'unlisted') then 'exception'
        when state in ('refused', 'not_supplied', 'left_unread') then 'not_evidenced'
        else 'pass'
    end as outcome,
    case when state not in ('agrees', 'undeclared') then state end as subtype,
    case state
        when 'mismatch' then 'the number of records read is not the number declared'
        when 'part_missing' then 'the archive declares records of a part that was not supplied'
        when 'unlisted' then 'records were set aside and are not listed'
        when 'refused' then 'the file was refused and nothing of it was read'
        when 'not_supplied' then 'a number of rows is declared of a file that was not supplied'
        when 'left_unread' then 'a number of rows is declared of a file that was left unread'
        when 'undeclared' then 'no number of records is declared; each record read is accounted for'
        else 'as many records were read as are declared, and each is accounted for'
    end as reason,
    cast(null as varchar) as channel,
    cast(n_read as double) as measured,
    cast(n_declared as double) as threshold,
    recs as evidence
from file_count
