/*
what = "The clause register of the policy: exact quotation, whose conduct, force, mark, note."
*/
create table if not exists clause (
    clause varchar not null,
    section varchar not null,
    quotation varchar not null,
    gist varchar not null,
    who varchar not null,
    force varchar not null,
    mark varchar not null,
    note varchar not null,
    reason varchar not null,
    controls varchar[] not null
)
