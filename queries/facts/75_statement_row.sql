/*
what = "Each row of a statement check: does it show the mandatory statement of clause 5.1 word for word (CS-14, case kept)? state: verbatim, not_verbatim, none_found, image_without_text, not_public, not_accepted_place, capture_failed. Allowed: curly or straight marks, non-breaking space, a scheme before the address, a missing or extra full stop, a trailing slash, surrounding text; a shortened address, not one of the library's own site, when expanded_url leads to the policy's page."
*/
with wanted as (
    select
        'Due to ECRL''s social media policies, users who continuously post content that disregards said policies '
        || 'will be blocked. ECRL policies can be found at: ' as words,
        'www.ecrlib.org/about/policies-and-procedures' as address
),

spelled as (
    select
        c.rec, c.key_text, c.check_id, c.channel, c.location, c.shown_as, c.public, c.text,
        c.checked_at, c.checked_until, c.checked_on, c.checked_quality, c.carrier_posted_at, c.carrier_posted_until,
        c.link_status, c.expanded_url, c.policy_text_matches,
        replace(replace(coalesce(n.cased, ''), 'https://', ''), 'http://', '') as shown,
        rtrim(replace(replace(coalesce(c.expanded_url, ''), 'https://', ''), 'http://', ''), './') as leads_to,
        w.words, w.address
    from statement_checks as c
    cross join wanted as w
    left join normal_text as n on n.rec = c.rec
),

compared as (
    select
        spelled.*,
        regexp_matches(shown, replace(words || address, '.', '[.]') || '/?[.]*($|[^A-Za-z0-9/?#_%&=.-])')
        or (
            leads_to = address
            and regexp_matches(
                regexp_replace(shown, '([A-Za-z0-9-]+[.])*ecrlib[.]org/', '/', 'g'),
                replace(words, '.', '[.]') || '[A-Za-z0-9.-]+[.][A-Za-z]{2,}/[^ ]+'
            )
        ) as is_verbatim
    from spelled
)

select
    rec, check_id, channel, location, checked_at, checked_until, checked_on, checked_quality,
    carrier_posted_at, carrier_posted_until, link_status, leads_to, policy_text_matches,
    case
        when location = 'none' then 'none_found'
        when public = 'no' then 'not_public'
        when shown_as = 'image_without_alt' then 'image_without_text'
        when text is null then 'capture_failed'
        when location = 'story' then 'not_accepted_place'
        when
            location = 'image' and coalesce(shown_as, 'image_without_alt') = 'image_without_alt'
            then 'image_without_text'
        when is_verbatim then 'verbatim'
        else 'not_verbatim'
    end as state
from compared
