/*
what = "One row per record that was set aside: record number, column and why."
*/
create table if not exists source_reject (
    source_id bigint not null,
    row bigint not null,
    column_name varchar not null,
    why varchar not null
)
