/*
what = "The bytes of each source as received, under their SHA-256."
*/
create table if not exists source_content (
    sha256 varchar not null,
    content blob not null
)
