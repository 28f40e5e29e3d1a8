/*
id        = "github_dmca_list"
title     = "List of the files of copyright notices (text, GitHub style)"
platform  = "other"
container = "csv"
versions  = ["one path a line, folders by year, or by year and month"]
brings    = "The names of the notice files, to be compared one by one with the rows of the ledgers."
cannot_prove = [
    "what a notice says, and that its file can be opened: the list names it only",
    "on which day the list was made",
]
sample    = "github_dmca, the list of files"

headerless = ["Path"]

[[recognise]]
text = '^(?:[^\n,]{1,200}/)?\d{4,5}-\d\d?-\d\d?-[^\n,]+\.md\r?(?:\n|$)'

[columns]
"Path" = []

[[record]]
kind   = "row"
fields = ["Path"]
*/

-- fills: listed_files
select
    rec_row as row,
    'file' as side,
    trim(json_extract_string(body, '$.Path')) as name,
    cast(null as varchar) as remark
from raw;

-- out_of_scope
select
    rec_row as row,
    'the name of a notice file: compared with the ledgers, and no notice itself' as why
from raw
