/*
what    = "Rows of a ledger of copyright notices without a file of that very name, and notice files without a row, one by one, with the cause and the name that is meant. file and row say where the entry stands"
public  = false
columns = ["side", "name", "cause", "counterpart", "file", "row", "also_named_in_row"]
*/
select
    d.side as side,
    d.name as name,
    d.cause as cause,
    d.counterpart as counterpart,
    s.file as file,
    d.rec % 1000000000 as row,
    d.also_named_by % 1000000000 as also_named_in_row
from ledger_difference as d
left join source_file as s on d.rec // 1000000000 = s.source_id
order by d.side desc, d.name asc, d.rec asc
