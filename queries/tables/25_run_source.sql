/*
what = "The sources as they stood when a run was made."
*/
create table if not exists run_source (
    run_id varchar not null,
    source_id bigint not null,
    file varchar not null,
    sheet varchar not null,
    sha256 varchar not null
)
