/*
what = "Each investigation of a user against each block-like act on that user (the user named, or the case named with a documented identity): state is what it is worth as the investigation before the act (4.17a), rank orders the states from best to worst, place 1 is the case the act relies on: the one it names, otherwise the best and latest."
*/
with measure as (
    select
        a.rec, a.action_no, a.channel, a.user_key, a.case_no, a.acted_at, a.acted_until, a.acted_on,
        coalesce(a.severe, '') = 'yes' or exists (
            select 1
            from act_reason as r
            where r.rec = a.rec and r.kind = 'code' and r.code = '4.14-threat'
        ) as is_threat
    from act as a
    where
        a.is_effective and a.user_key is not null
        and a.action in ('block', 'remove_member', 'restrict', 'comment_lock')
),

named as (
    select m.rec as act_rec, i.rec as case_rec
    from measure as m
    inner join investigations as i on i.user_key = m.user_key
    union
    select m.rec as act_rec, i.rec as case_rec
    from measure as m
    inner join investigations as i on i.case_no = m.case_no
    where i.identity_link is not null
),

timed as (
    select
        n.act_rec, n.case_rec, m.action_no, m.is_threat, i.case_no,
        m.case_no is not null and m.case_no = i.case_no as is_named, i.user_key, i.clauses, i.posts,
        i.identity_link, i.concluded_at, i.concluded_until, i.concluded_quality,
        case when i.concluded_at is not null or whole.concluded_at is null then i.conclusion end as conclusion,
        whole.concluded_at is null and i.conclusion is not null as is_undated,
        case
            when i.channels is null then 'unknown'
            when list_contains(i.channels, m.channel) then 'in'
            else 'out'
        end as scope,
        case
            when i.concluded_at is null then 'open'
            when i.opened_at > i.concluded_until then 'reversed'
            when i.concluded_until <= m.acted_at then 'before'
            when i.concluded_at > m.acted_until then 'after'
            else 'uncertain'
        end as timing,
        i.concluded_until < d.ends_at as is_soon
    from named as n
    inner join measure as m on m.rec = n.act_rec
    inner join investigations as i on i.rec = n.case_rec
    inner join record_investigations as whole on whole.rec = i.rec
    left join due as d on d.day = m.acted_on and d.n = 1
),

stated as (
    select
        timed.*,
        case
            when scope = 'out' then 'account_not_in_scope'
            when timing = 'open' and is_undated then 'conclusion_undated'
            when timing = 'open' then 'not_concluded'
            when timing = 'reversed' then 'concluded_before_opened'
            when timing = 'after' and is_threat and is_soon then 'emergency_ratified'
            when timing = 'after' then 'post_hoc'
            when scope = 'unknown' then 'scope_not_recorded'
            when timing = 'uncertain' then 'order_uncertain'
            else 'before'
        end as state
    from timed
),

ranked as (
    select
        stated.*,
        case state
            when 'before' then 1
            when 'order_uncertain' then 2
            when 'scope_not_recorded' then 3
            when 'conclusion_undated' then 4
            when 'emergency_ratified' then 5
            when 'post_hoc' then 6
            when 'not_concluded' then 7
            when 'concluded_before_opened' then 8
            else 9
        end as rank
    from stated
)

select
    act_rec, action_no, case_rec, case_no, user_key, clauses, posts, identity_link, conclusion, is_undated,
    concluded_at, concluded_until, scope, is_threat, state, rank,
    case
        when concluded_quality in ('ambiguous', 'nonexistent') then 'tz_uncertain'
        when concluded_quality = 'date_only' then 'date_only'
    end as flag,
    row_number() over (
        partition by act_rec
        order by case when is_named then 0 else 1 end asc, rank asc, concluded_at desc nulls last, case_no asc
    ) as place
from ranked
