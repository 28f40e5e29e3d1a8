/*
id         = "OO-01"
title      = "Posts that promote partners have a category"
clauses    = ["7.1", "7.2a", "7.2b", "7.2c"]
tier       = 2
severity   = "low"
basis      = ["P"]
subject    = "post for a partner"
needs      = ["partner_posts"]
witnesses  = ["partners"]
parameters = []
criterion  = "Each post of the library that promotes an event of an outside organisation is recorded as hosted, aligned or partner."
counts     = "Population: rows of partner posts by the library, posted in the period. An aligned event of an organiser whose name speaks of religion, politics or commerce needs review, so that it is treated as clause 4.9 treats the public; the name never decides."
effect     = "It cannot be shown that the library promotes events on the grounds of its policy and not by favour."
remedy     = "Record the category when scheduling; send partners the two links to use."
*/
with organiser as (
    select partner, rec, lower(name) as folded
    from partners
),

judged as (
    select
        x.rec, x.partner_post, x.channel, x.posted_at, n.rec as partner_rec, o.rec as post_rec,
        case
            when x.posted_quality in ('ambiguous', 'nonexistent') then ['tz_uncertain']
            when x.posted_quality = 'date_only' then ['date_only']
            else []
        end as flags,
        case
            when x.category is null then 'category_missing'
            when
                x.category = 'aligned' and (
                    regexp_matches(n.folded, '(^|[^a-z])(church|parish|diocese|ministry|ministries)([^a-z]|$)')
                    or regexp_matches(n.folded, '(^|[^a-z])(chapel|mosque|synagogue|temple|bible|gospel)([^a-z]|$)')
                    or regexp_matches(n.folded, '(^|[^a-z])(congregation|christian|islamic|jewish)([^a-z]|$)')
                    or regexp_matches(n.folded, '(^|[^a-z])(lutheran|catholic|baptist|methodist|party)([^a-z]|$)')
                    or regexp_matches(n.folded, '(^|[^a-z])(campaign|republicans?|democrats?|dfl|gop|pac)([^a-z]|$)')
                    or regexp_matches(n.folded, '(^|[^a-z])(for senate|for congress|for house|for mayor)([^a-z]|$)')
                    or regexp_matches(n.folded, '(^|[^a-z])(for sheriff|inc|llc|ltd|corp|corporation)([^a-z]|$)')
                    or regexp_matches(n.folded, '(^|[^a-z])(company|co|store|shop|realty|bank)([^a-z]|$)')
                ) then 'organiser_to_review'
            else 'recorded'
        end as state
    from partner_posts as x
    cross join period as p
    left join organiser as n on n.partner = x.partner
    left join posts as o on o.post = x.post
    where x.direction = 'by_library' and x.posted_at >= p.starts_at and x.posted_at < p.ends_at
)

select
    partner_post as item,
    case state
        when 'category_missing' then 'exception'
        when 'organiser_to_review' then 'needs_review'
        else 'pass'
    end as outcome,
    case when state <> 'recorded' then state end as subtype,
    case state
        when 'category_missing' then 'no category is recorded'
        when 'organiser_to_review' then 'the organiser may be a religious, political or commercial one'
        else 'the category is recorded'
    end as reason,
    channel,
    flags,
    posted_at as occurred_at,
    [rec, partner_rec, post_rec] as evidence
from judged
