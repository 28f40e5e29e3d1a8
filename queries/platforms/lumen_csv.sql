/*
id        = "lumen_csv"
title     = "Lumen notices (CSV of the older database)"
platform  = "other"
container = "csv"
versions  = ["42 columns, by name"]
brings    = "Copyright complaints with their day and claimant, as the recipient handed them in."
cannot_prove = [
    "that a notice had what a notice needs: the elements are not in it",
    "which works and addresses it names",
    "who received it when at the library, and what was done then",
]
sample    = "lumen/example_notice_export.csv"

[[recognise]]
columns = ["NoticeID", "Date", "Sender_Principal", "Recipient_Entity"]

[columns]
"NoticeID"         = []
"Date"             = []
"Subject"          = []
"Sender_Principal" = []
"Recipient_Entity" = []
"How_Sent"         = []
"add_date"         = []

[[record]]
kind   = "notice"
fields = ["NoticeID", "Date (iso)", "Subject", "Sender_Principal", "Recipient_Entity", "How_Sent", "add_date (iso)"]
*/

-- fills: dmca_notices
select
    raw.rec_row as row,
    'current_state' as basis,
    'lumen:' || nullif(json_extract_string(raw.body, '$.NoticeID'), '') as notice_no,
    'B' as venue,
    this_file.channel,
    coalesce(json_extract_string(raw.body, '$.add_date'), json_extract_string(raw.body, '$.Date')) as received,
    nullif(json_extract_string(raw.body, '$.How_Sent'), '') as via,
    nullif(json_extract_string(raw.body, '$.Sender_Principal'), '') as claimant
from raw
cross join this_file;
