/*
what = "What each export cannot prove, in words, for the limits of the report."
*/
create table if not exists source_limit (
    source_id bigint not null,
    place bigint not null,
    sentence varchar not null
)
