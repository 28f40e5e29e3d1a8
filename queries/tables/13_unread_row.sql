/*
what = "Records that a reader could not take as a row at all (wrong number of values, not UTF-8), and records of an export that are out of scope."
*/
create table if not exists unread_row (
    source_id bigint not null,
    row bigint not null,
    kind varchar not null check (kind in ('quarantined', 'out_of_scope')),
    column_name varchar not null,
    why varchar not null
)
