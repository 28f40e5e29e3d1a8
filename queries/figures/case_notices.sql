/*
what    = "Each copyright notice known at the cut-off: its elements, its class, and the designation of the agent as of its receipt. No contact data of the designation is in it, only whether the directory showed it"
public  = false
columns = ["notice_no", "venue", "channel", "channel_kind", "via", "claimant", "work", "document", "signature", "work_identified", "material_located", "contact", "good_faith", "accuracy_under_perjury", "assessed_at", "assessed_quality", "assessed_by", "recorded_class", "computed_class", "class_in_force", "override_reason", "received_on", "agent_at", "agent_on", "agent_is_known", "retracted_at", "signed_by", "fair_use_considered", "filed_on", "filing_kind", "expires_on", "has_name", "has_address", "has_phone", "has_email", "in_period", "rec"]
*/
with filing as (
    select
        n.notice_no,
        max(a.place) as place
    from dmca_notice as n
    inner join agent_designation as a
        on n.agent_on >= a.filed_on and (a.kind <> 'terminate' or n.agent_on > a.filed_on)
    group by n.notice_no
)

select
    n.notice_no as notice_no,
    n.venue as venue,
    n.channel as channel,
    c.kind as channel_kind,
    r.via as via,
    r.claimant as claimant,
    n.work as work,
    n.document as document,
    r.signature as signature,
    r.work_identified as work_identified,
    r.material_located as material_located,
    r.contact as contact,
    r.good_faith as good_faith,
    r.accuracy_under_perjury as accuracy_under_perjury,
    n.assessed_at as assessed_at,
    n.assessed_quality as assessed_quality,
    r.assessed_by as assessed_by,
    n.class as recorded_class,
    n.computed_class as computed_class,
    n.class_in_force as class_in_force,
    n.override_reason as override_reason,
    n.received_on as received_on,
    n.agent_at as agent_at,
    n.agent_on as agent_on,
    n.agent_is_known as agent_is_known,
    n.retracted_at as retracted_at,
    n.signed_by as signed_by,
    n.fair_use_considered as fair_use_considered,
    a.filed_on as filed_on,
    a.kind as filing_kind,
    a.expires_on as expires_on,
    a.agent is not null as has_name,
    a.address is not null as has_address,
    a.phone is not null as has_phone,
    a.email is not null as has_email,
    coalesce(n.agent_on >= w.first_on and n.agent_on <= w.last_on, false) as in_period,
    n.rec as rec
from dmca_notice as n
inner join dmca_notices as r on n.rec = r.rec
cross join period as w
left join channels as c on n.channel = c.channel
left join filing as f on n.notice_no = f.notice_no
left join agent_designation as a on f.place = a.place
order by n.notice_no, n.rec
