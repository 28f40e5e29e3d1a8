/*
what = "How many records each member of a ZIP export held; the member is blank for a file that is no ZIP."
*/
create table if not exists member_count (
    source_id bigint not null,
    member varchar not null,
    records bigint not null
)
