/*
what = "Each counter-notice with its validity: valid when all six elements are there, invalid when one is not, undetermined when one is unclear or not recorded (is_blank says the latter)."
*/
select
    c.rec, c.counter_no, c.notice_no, c.post, n.venue, n.channel, n.rec as notice_rec,
    c.received_by_agent_at as received_at, c.received_by_agent_until as received_until,
    c.received_by_agent_on as received_on,
    c.assessed_at, c.assessed_until, c.assessed_on, c.withdrawn_at, c.withdrawn_until,
    c.document,
    c.signature is null or c.material_located is null or c.good_faith_under_perjury is null
    or c.name_address_phone is null or c.consent_to_jurisdiction is null or c.accepts_service is null as is_blank,
    'unclear' in (
        coalesce(c.signature, ''), coalesce(c.material_located, ''), coalesce(c.good_faith_under_perjury, ''),
        coalesce(c.name_address_phone, ''), coalesce(c.consent_to_jurisdiction, ''), coalesce(c.accepts_service, '')
    ) as is_unclear,
    case
        when
            'no' in (
                coalesce(c.signature, ''), coalesce(c.material_located, ''), coalesce(c.good_faith_under_perjury, ''),
                coalesce(c.name_address_phone, ''), coalesce(c.consent_to_jurisdiction, ''),
                coalesce(c.accepts_service, '')
            ) then 'invalid'
        when
            c.signature = 'yes' and c.material_located = 'yes' and c.good_faith_under_perjury = 'yes'
            and c.name_address_phone = 'yes' and c.consent_to_jurisdiction = 'yes' and c.accepts_service = 'yes'
            then 'valid'
        else 'undetermined'
    end as validity,
    case
        when c.received_by_agent_quality in ('ambiguous', 'nonexistent') then ['tz_uncertain']
        when c.received_by_agent_quality = 'date_only' then ['date_only']
        else []
    end as flags
from dmca_counter_notices as c
left join dmca_notices as n on n.notice_no = c.notice_no
