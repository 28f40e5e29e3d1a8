/*
id         = "RM-11"
title      = "The category given fits the removed item"
clauses    = ["4.8a", "4.8b", "4.9a", "4.9b", "4.9c", "4.9d", "4.10"]
tier       = 2
severity   = "medium"
basis      = ["P"]
subject    = "removal episode"
needs      = ["actions", "posts"]
witnesses  = ["judgments"]
parameters = []
criterion  = "An item removed as spam, commercial, campaign, religious, soliciting or for its links has what the category speaks of."
counts     = "Population: removal episodes of the library in the period with a ground under 4.8, 4.9 or 4.10; with several grounds the worst answer counts. 4.10 without a link: exception; with a link to ecrlib.org or to a county, city or state site: for a person. 4.9a and 4.9b: always for a person. 4.8b and 4.9c without a price, a link to a shop or a partner as author: for a person. A reviewer's judgment on the post and that rule settles what is for a person, and 4.9d: violating is a pass, not_violating an exception. Where neither text nor links of the item are recorded, the tests on them are not evidenced."
effect     = "Protected speech may have been removed under a label that does not fit it."
remedy     = "Define each category with examples; re-review."
*/
with removal as (
    select distinct
        e.action_no, e.channel, e.post, e.opened_at, e.flags, e.recs, g.clause, p.rec as post_rec, p.author_kind,
        x.rec as text_rec, lower(x.folded) as said,
        lower(array_to_string(coalesce(p.links, []), ' ') || ' ' || coalesce(x.folded, '')) as linked,
        p.links is not null or x.folded is not null as is_recorded
    from removal_episode as e
    inner join removal_ground as g
        on
            g.action_no = e.action_no and g.standing = 'valid'
            and (g.clause like '4.8%' or g.clause like '4.9%' or g.clause = '4.10')
    cross join period as w
    left join posts as p on p.post = e.post
    left join relied_text as x on x.action_no = e.action_no
    where e.is_ecrl and e.opened_at >= w.starts_at and e.opened_at < w.ends_at
),

review as (
    select
        r.action_no, r.clause, j.judgment, j.rec,
        row_number() over (partition by r.action_no, r.clause order by j.judged_at desc, j.rec desc) as place
    from removal as r
    inner join judgments as j
        on j.post = r.post and j.origin = 'reviewer' and j.judgment in ('violating', 'not_violating')
    left join reason_map as m
        on
            m.code = j.rule and m.start_on <= j.judged_on
            and m.end_on >= j.judged_on
    where coalesce(m.clause, j.rule) = r.clause
),

looked_at as (
    select
        r.*, v.judgment, v.rec as review_rec,
        regexp_matches(
            r.linked, 'https?://|www\.|[a-z0-9-]+\.(com|org|net|info|biz|shop|store|us|gov|edu|io|co)\b'
        ) as has_link,
        regexp_matches(r.linked, 'ecrlib\.org|\.gov\b|\.mn\.us\b|\.lib\.[a-z]{2}\.us\b') as has_public_link,
        regexp_matches(r.linked, '[$€£] ?[0-9]|[0-9] ?(usd|dollars|euro)\b|[0-9] ?% off')
        or regexp_matches(r.linked, 'shop|store|etsy\.|ebay\.|amazon\.|amzn\.|/cart|/product|gofundme\.|paypal\.')
        or coalesce(r.author_kind = 'partner', false) as is_trade
    from removal as r
    left join review as v on v.action_no = r.action_no and v.clause = r.clause and v.place = 1
),

answered as (
    select
        l.*,
        case
            when l.clause = '4.10' and l.is_recorded and not l.has_link then 'no_link'
            when l.judgment = 'not_violating' then 'does_not_fit'
            when l.judgment = 'violating' then 'fits'
            when l.clause in ('4.9a', '4.9b') then 'viewpoint'
            when l.clause in ('4.10', '4.8b', '4.9c') and not l.is_recorded then 'not_recorded'
            when l.clause = '4.10' and l.has_public_link then 'public_link'
            when l.clause in ('4.8b', '4.9c') and not l.is_trade then 'no_trade'
            else 'fits'
        end as state
    from looked_at as l
),

placed as (
    select
        a.*,
        row_number() over (
            partition by a.action_no
            order by
                case
                    when a.state in ('no_link', 'does_not_fit') then 1
                    when a.state = 'not_recorded' then 2
                    when a.state = 'fits' then 4
                    else 3
                end,
                a.clause
        ) as place
    from answered as a
)

select
    action_no as item,
    case
        when state in ('no_link', 'does_not_fit') then 'exception'
        when state = 'not_recorded' then 'not_evidenced'
        when state = 'fits' then 'pass'
        else 'needs_review'
    end as outcome,
    cast(null as varchar) as subtype,
    case state
        when 'no_link' then 'removed for gratuitous links, but the item has no link'
        when 'does_not_fit' then 'a reviewer found that the category does not fit the item'
        when 'not_recorded' then 'neither text nor links of the item are recorded'
        when 'viewpoint' then 'removed as campaign or religious: a person must read it'
        when 'public_link' then 'removed for its links, one of which leads to a public body: a person must read it'
        when 'no_trade' then 'removed as commercial without price, shop or business author: a person must read it'
        else 'the category fits the item'
    end as reason,
    channel,
    flags,
    opened_at as occurred_at,
    list_concat(recs, [post_rec, text_rec, review_rec]) as evidence
from placed
where place = 1
