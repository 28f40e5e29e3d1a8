/*
what = "Management's responses as they stood when a run was made."
*/
create table if not exists run_response (
    run_id varchar not null,
    control varchar not null,
    item varchar not null,
    cause varchar not null,
    response varchar not null,
    action varchar not null,
    owner varchar not null,
    due date,
    responded date
)
