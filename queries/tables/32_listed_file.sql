/*
what = "Names of notice files: those that a ledger's rows give (side 'row', with what its number column says), and those that a list of files gives (side 'file'). To be compared, one by one."
*/
create table if not exists listed_file (
    source_id bigint not null,
    row bigint not null,
    side varchar not null,
    name varchar not null,
    remark varchar
)
