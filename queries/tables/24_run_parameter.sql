/*
what = "The thresholds as used in each run."
*/
create table if not exists run_parameter (
    run_id varchar not null,
    name varchar not null,
    code varchar not null,
    value varchar not null,
    unit varchar not null,
    clause varchar not null,
    set_by varchar not null,
    words varchar not null,
    status varchar not null,
    approved_by varchar not null,
    approved_on varchar not null,
    changed boolean not null
)
