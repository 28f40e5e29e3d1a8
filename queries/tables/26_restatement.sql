/*
what = "Controls of an issued period whose figures changed with what is known now (CS-4): old and new exceptions and items tested."
*/
create table if not exists restatement (
    run_id varchar not null,
    period_label varchar not null,
    control varchar not null,
    old_exceptions bigint not null,
    old_tested bigint not null,
    new_exceptions bigint not null,
    new_tested bigint not null
)
