/*
what = "The thresholds of the last load, before any change for one run."
*/
create table if not exists parameter_value (
    name varchar not null,
    code varchar not null,
    value varchar not null,
    unit varchar not null,
    clause varchar not null,
    set_by varchar not null,
    words varchar not null,
    status varchar not null check (status in ('proposed', 'approved')),
    approved_by varchar not null,
    approved_on varchar not null,
    changed boolean not null
)
