/*
what = "How many exceptions a control has with one of its thresholds at half, as set and double: a line for every threshold control with an exception or an item between half and double (controls.md 2.4)."
*/
create table if not exists sensitivity_line (
    run_id varchar not null,
    control varchar not null,
    parameter varchar not null,
    half_value bigint not null,
    half_exceptions bigint not null,
    set_value bigint not null,
    set_exceptions bigint not null,
    double_value bigint not null,
    double_exceptions bigint not null
)
