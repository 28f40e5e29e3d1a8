/*
what    = "Every key of a user or of staff that a result can mention; the report prints pseudonyms instead. person: the one person a login belongs to"
public  = false
columns = ["kind", "key", "person"]
*/
with owner_of_login as (
    select
        logins.login as login,
        case when count(distinct logins.person) = 1 then min(logins.person) end as person
    from logins
    group by logins.login
),

known (kind, key, person) as (
    select
        'staff',
        owner_of_login.login,
        owner_of_login.person
    from owner_of_login
    union all
    select
        'staff',
        people.person,
        null
    from people
    union all
    select
        'user',
        actions.user_key,
        null
    from actions
    union all
    select
        'user',
        block_lists.user_key,
        null
    from block_lists
    union all
    select
        'user',
        concerns.user_key,
        null
    from concerns
    union all
    select
        'user',
        investigations.user_key,
        null
    from investigations
    union all
    select
        'user',
        posts.author,
        null
    from posts
    where posts.author_kind = 'public'
)

select
    known.kind as kind,
    known.key as key,
    max(known.person) as person
from known
where
    known.key is not null
    and not (
        known.kind = 'user'
        and exists (
            select 1
            from people
            where people.person = known.key
        )
    )
group by known.kind, known.key
order by known.kind, known.key
