/*
what = "Management's responses as loaded: one row per finding, or per item of it (item blank = the whole finding)."
*/
create table if not exists response (
    source_id bigint not null,
    row bigint not null,
    control varchar not null,
    item varchar not null,
    cause varchar not null,
    response varchar not null,
    action varchar not null,
    owner varchar not null,
    due date,
    responded date
)
