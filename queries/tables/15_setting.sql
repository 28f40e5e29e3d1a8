/*
what = "The settings of the last load, as audit.toml gave them."
*/
create table if not exists setting (
    name varchar not null,
    value varchar not null
)
