/*
what = "The texts of the evidence that outputs carry as they are. place: public (what a public document can show: the library's name, channels, clauses of codes and statements) or name (what names a file, a bookmark or a picture: numbers of notices, channels). spaced is the text in small letters, its words between single blanks; rec is null for a setting."
*/
with carried as (
    select 'public' as place, channel as written, rec
    from channels
    union all
    select 'public', clause, rec
    from reason_codes
    union all
    select 'public', clause, rec
    from attestations
    union all
    select 'public', value, null
    from setting
    where name = 'library_name' and value <> ''
    union all
    select 'name', notice_no, rec
    from dmca_notices
    union all
    select 'name', channel, rec
    from channels
)

select
    place, written, rec,
    ' ' || trim(regexp_replace(lower(written), '[^\p{L}\p{N}]+', ' ', 'g')) || ' ' as spaced
from carried
