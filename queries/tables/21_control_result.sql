/*
what = "One row per control of a run: population, outcomes, conclusion and why."
*/
create table if not exists control_result (
    run_id varchar not null,
    control varchar not null,
    family varchar not null,
    title varchar not null,
    clauses varchar[] not null,
    tier integer not null,
    severity varchar not null check (severity in ('critical', 'high', 'medium', 'low', 'info')),
    basis varchar[] not null,
    criterion varchar not null,
    effect varchar not null,
    remedy varchar not null,
    parameters varchar[] not null,
    conclusion varchar not null check (conclusion in (
        'exceptions_noted', 'no_exceptions_noted', 'no_instances', 'limited', 'not_tested', 'not_applicable', 'error'
    )),
    conclusion_reason varchar not null,
    proposed_threshold boolean not null,
    population bigint not null,
    n_pass bigint not null,
    n_exception bigint not null,
    n_observation bigint not null,
    n_needs_review bigint not null,
    n_not_evidenced bigint not null,
    n_pending bigint not null,
    n_not_applicable bigint not null,
    waived bigint not null,
    covered_days bigint not null,
    total_days bigint not null,
    sql_digest varchar not null,
    check (
        population = n_pass + n_exception + n_observation + n_needs_review
        + n_not_evidenced + n_pending + n_not_applicable
    )
)
