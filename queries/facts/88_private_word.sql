/*
what = "What no public document may carry: keys of users, names and ids of staff, logins. kind: user, staff. spaced is the word in small letters, its parts between single blanks; is_long (5 characters and more, and no login) says that it also counts as a part of a text."
*/
with word as (
    select 'user' as kind, author as word, true as is_telling
    from posts
    where author_kind <> 'staff'
    union
    select 'user', user_key, true
    from actions
    union
    select 'user', user_key, true
    from block_lists
    union
    select 'user', user_key, true
    from investigations
    union
    select 'user', user_key, true
    from concerns
    union
    select 'user', user_key, true
    from dmca_items
    union
    select 'staff', person, true
    from people
    union
    select 'staff', name, true
    from people
    union
    select 'staff', login, false
    from logins
    where kind = 'human'
)

select
    kind, is_telling and length(word) >= 5 as is_long,
    ' ' || trim(regexp_replace(lower(word), '[^\p{L}\p{N}]+', ' ', 'g')) || ' ' as spaced
from word
where word is not null
