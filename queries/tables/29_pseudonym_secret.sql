/*
what = "The secret of this library's series of reports, derived from the key outside; never in a report or a package."
*/
create table if not exists pseudonym_secret (
    secret varchar not null
)
