/*
id         = "DQ-12"
title      = "The values that tests need are there"
clauses    = ["1.4a"]
tier       = 1
severity   = "medium"
basis      = ["I"]
subject    = "row of a sheet"
needs      = []
parameters = []
criterion  = "No row lacks a value without which a test of the first tier cannot judge it."
counts     = "Population: rows of the period (rows without a day, and rows set aside, count in every period). A row with a blank required value was set aside. Needed besides: the login of a staff act (RM-04, BL-04); the post of a removal and the user of a block (RM-05, BL-01); the author of a post (RM-08, ST-01), where an export of the library's own posts leaves out who wrote them excepted (its limits are stated with the export); the level of a listed login (AU-02); who changed an access (AU-01); the person of a personal login (RM-04); when somebody became aware of an incident (ST-04); when the agent received a notice (DM-07); the author of a named item (DM-18). Each row counts once."
effect     = "The tests that need the value cannot judge the row."
remedy     = "Fill the value from the source and note the correction; do not edit rows by hand."
*/
with lacking as (
    select sheet, key_text, rec, 'required' as value, 1 as place
    from rejected_record
    where why = 'is required and blank'
    union all
    select 'actions', key_text, rec, 'login', 2
    from actions
    where source = 'staff' and login is null
    union all
    select 'actions', key_text, rec, 'target', 3
    from actions
    where
        (action in ('hide', 'delete', 'hold_reject', 'unpublish') and post is null)
        or (action = 'block' and user_key is null)
    union all
    select 'posts', key_text, rec, 'author', 4
    from posts
    where author is null and (author_kind <> 'staff' or brought_by = 'logbook')
    union all
    select 'access_checks', key_text, rec, 'level', 5
    from access_checks
    where login is not null and level is null
    union all
    select 'access_changes', key_text, rec, 'changed_by', 6
    from access_changes
    where changed_by is null
    union all
    select 'logins', key_text, rec, 'person', 7
    from logins
    where kind = 'human' and person is null
    union all
    select 'incidents', key_text, rec, 'aware', 8
    from incidents
    where aware_at is null
    union all
    select 'dmca_notices', key_text, rec, 'received_by_agent', 9
    from dmca_notices
    where venue in ('A', 'A2') and received_by_agent_at is null
    union all
    select 'dmca_items', i.key_text, i.rec, 'user', 10
    from dmca_items as i
    left join posts as p on p.post = i.post
    where i.user_key is null and p.author is null
),

candidate as (
    select k.sheet, k.key_text, k.rec, k.channel, k.moment_at, l.value, l.place
    from kept_row as k
    left join lacking as l on l.sheet = k.sheet and l.rec = k.rec
    where k.touches_period
    union all
    select l.sheet, l.key_text, l.rec, null, null, l.value, l.place
    from lacking as l
    where l.value = 'required'
),

ranked as (
    select
        c.*,
        row_number() over (partition by sheet, key_text order by coalesce(place, 99), rec) as first_place
    from candidate as c
)

select
    sheet || '/' || key_text as item,
    case when value is null then 'pass' else 'not_evidenced' end as outcome,
    case value
        when 'required' then 'required_value_missing'
        when 'login' then 'login_missing'
        when 'target' then 'target_missing'
        when 'author' then 'author_missing'
        when 'level' then 'level_missing'
        when 'changed_by' then 'changer_missing'
        when 'person' then 'person_missing'
        when 'aware' then 'awareness_missing'
        when 'received_by_agent' then 'agent_receipt_missing'
        when 'user' then 'author_missing'
    end as subtype,
    case value
        when 'required' then 'a required value is blank and the row was set aside'
        when 'login' then 'the login is blank; RM-04 and BL-04 need it'
        when 'target' then 'the post or the user is blank; RM-05 and BL-01 need it'
        when 'author' then 'the author is blank; RM-08 and ST-01 need it'
        when 'level' then 'the level is blank; AU-02 needs it'
        when 'changed_by' then 'who made the change is blank; AU-01 needs it'
        when 'person' then 'the person of the login is blank; RM-04 needs it'
        when 'aware' then 'the moment of awareness is blank; ST-04 needs it'
        when 'received_by_agent' then 'the receipt by the agent is blank; DM-07 needs it'
        when 'user' then 'the author of the item is blank; DM-18 needs it'
        else 'each value that tests of the first tier need is there'
    end as reason,
    channel,
    moment_at as occurred_at,
    [rec] as evidence
from ranked
where first_place = 1
