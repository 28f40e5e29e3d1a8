/*
what = "The rows of each figure of queries/figures as JSON, computed when the controls ran, so that a report never asks the evidence again."
*/
create table if not exists figure (
    run_id varchar not null,
    name varchar not null,
    ordinal bigint not null,
    body varchar not null
)
