/*
what = "The ledger of runs. A run is usable only when its status is finished."
*/
create table if not exists audit_run (
    run_id varchar not null,
    period_label varchar not null,
    first_on date not null,
    last_on date not null,
    as_of_at timestamp not null,
    issued_at timestamp not null,
    status varchar not null check (status in ('started', 'finished', 'aborted')),
    tool_version varchar not null,
    content_digest varchar not null,
    library_name varchar not null,
    time_zone varchar not null,
    engagement_type varchar not null,
    is_sample boolean not null,
    load_no bigint not null,
    ordinal bigint not null
)
