/*
id        = "github_dmca_ledger"
title     = "Ledger of copyright notices (CSV, GitHub style)"
platform  = "other"
container = "csv"
versions  = ["2015 to 2021, three headers, dates in one name and in three columns"]
brings    = "Which notices were received on which day, by the name of the file that holds each."
cannot_prove = [
    "that the file it names is there: its rows are compared with the notice files, or a list of them, that lie in exports too",
    "which elements a notice had",
    "counter-notices and withdrawals: the ledger lists them, and does not say which notice each answers",
    "what was done after a notice",
]
sample    = "github_dmca/data, the compiled ledgers"

[[recognise]]
columns = ["Filename", "Year", "Month", "Date", "Type of Notice"]

[[recognise]]
text   = '^Month,Takedown Notices Processed'
unread = "totals by month, without single notices"

[columns]
"Filename"       = ["File name"]
"Year"           = []
"Month"          = []
"Date"           = ["Day"]
"Description"    = []
"Type of Notice" = ["Type"]
"Repos"          = ["Nr. of Repos Affected", "Number of Repos Affected"]

[[record]]
kind   = "row"
fields = ["Filename", "Year", "Month", "Date", "Type of Notice", "Repos"]
*/

-- relation: ledger
select
    rec_row,
    'gh:' || regexp_replace(trim(json_extract_string(body, '$.Filename')), '\.md$', '') as notice_no,
    regexp_replace(lower(trim(json_extract_string(body, '$."Type of Notice"'))), '[^a-z]', '', 'g') as notice_type,
    trim(json_extract_string(body, '$.Year'))
    || '-' || lpad(trim(json_extract_string(body, '$.Month')), 2, '0')
    || '-' || lpad(trim(json_extract_string(body, '$.Date')), 2, '0') as received,
    trim(json_extract_string(body, '$.Filename')) as document,
    json_extract_string(body, '$.Repos') as remark
from raw;

-- fills: listed_files
select
    rec_row as row,
    'row' as side,
    document as name,
    remark
from ledger;

-- fills: dmca_notices
select
    ledger.rec_row as row,
    'event' as basis,
    ledger.notice_no,
    'A' as venue,
    this_file.channel,
    ledger.received,
    ledger.document
from ledger
cross join this_file
where ledger.notice_type like 'takedown%' or ledger.notice_type = '';

-- out_of_scope
select
    rec_row as row,
    'answers or withdraws a notice that the ledger does not name: ' || notice_type as why
from ledger
where not (notice_type like 'takedown%' or notice_type = '');
