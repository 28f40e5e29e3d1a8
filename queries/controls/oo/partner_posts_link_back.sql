/*
id         = "OO-02"
title      = "Posts by partners link back to the library"
clauses    = ["7.3a", "7.3b"]
tier       = 2
severity   = "low"
basis      = ["P"]
subject    = "post by a partner"
needs      = ["partner_posts"]
parameters = []
criterion  = "Each post of an outside organisation about an event hosted by the library links to, or names, an account of the library and its website."
counts     = "Population: rows of partner posts by the partner, posted in the period; only those supplied can be tested. Any account of the library will do. Rows of category aligned or partner are about events the library does not host and not applicable; a blank category counts as hosted, since only such posts are kept. A link recorded as missing is an exception whatever is known of the other; a link not recorded or unclear is not evidenced."
effect     = "People do not find the way from the event to the library."
remedy     = "Record the category when scheduling; send partners the two links to use."
*/
with judged as (
    select
        x.rec, x.partner_post, x.channel, x.posted_at,
        case
            when x.posted_quality in ('ambiguous', 'nonexistent') then ['tz_uncertain']
            when x.posted_quality = 'date_only' then ['date_only']
            else []
        end as flags,
        case
            when coalesce(x.category, 'hosted') <> 'hosted' then 'not_hosted'
            when x.links_account = 'no' and x.links_website = 'no' then 'missing_both'
            when x.links_account = 'no' then 'missing_account'
            when x.links_website = 'no' then 'missing_website'
            when x.links_account = 'yes' and x.links_website = 'yes' then 'both'
            else 'links_unknown'
        end as state
    from partner_posts as x
    cross join period as p
    where x.direction = 'by_partner' and x.posted_at >= p.starts_at and x.posted_at < p.ends_at
)

select
    partner_post as item,
    case
        when state = 'not_hosted' then 'not_applicable'
        when state in ('missing_both', 'missing_account', 'missing_website') then 'exception'
        when state = 'both' then 'pass'
        else 'not_evidenced'
    end as outcome,
    case when state <> 'both' then state end as subtype,
    case state
        when 'not_hosted' then 'the post is not about an event hosted by the library'
        when 'missing_both' then 'neither an account of the library nor its website is linked'
        when 'missing_account' then 'no account of the library is linked'
        when 'missing_website' then 'the website of the library is not linked'
        when 'both' then 'an account of the library and its website are linked'
        else 'it is not recorded whether both links are there'
    end as reason,
    channel,
    flags,
    posted_at as occurred_at,
    [rec] as evidence
from judged
