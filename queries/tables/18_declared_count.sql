/*
what = "Counts that an export states about its own files (such as the manifest of an X archive), to be compared with what was read (DQ-02)."
*/
create table if not exists declared_count (
    source_id bigint not null,
    row bigint not null,
    file varchar not null,
    rows_declared bigint
)
