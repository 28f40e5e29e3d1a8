/*
what = "One row per item of the population of each control of a run."
*/
create table if not exists item_result (
    run_id varchar not null,
    control varchar not null,
    item varchar not null,
    outcome varchar not null check (outcome in (
        'pass', 'exception', 'observation', 'needs_review', 'not_evidenced', 'pending', 'not_applicable'
    )),
    subtype varchar,
    reason varchar not null,
    channel varchar,
    severity varchar not null check (severity in ('critical', 'high', 'medium', 'low', 'info')),
    flags varchar[] not null,
    occurred_at timestamp,
    measured double,
    threshold double,
    waived boolean not null,
    evidence bigint[] not null
)
