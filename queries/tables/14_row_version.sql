/*
what = "Every version of every keyed row ever loaded, by digest of its text: what makes rewritten history visible (DQ-10)."
*/
create table if not exists row_version (
    sheet varchar not null,
    key_text varchar not null,
    digest varchar not null,
    load_no bigint not null
)
