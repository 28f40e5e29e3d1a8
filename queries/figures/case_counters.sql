/*
what    = "Each counter-notice with its six elements"
public  = false
columns = ["counter_no", "notice_no", "post", "venue", "validity", "received_on", "signature", "material_located", "good_faith_under_perjury", "name_address_phone", "consent_to_jurisdiction", "accepts_service", "assessed_at", "withdrawn_at", "document", "rec"]
*/
select
    c.counter_no as counter_no,
    c.notice_no as notice_no,
    c.post as post,
    c.venue as venue,
    c.validity as validity,
    c.received_on as received_on,
    r.signature as signature,
    r.material_located as material_located,
    r.good_faith_under_perjury as good_faith_under_perjury,
    r.name_address_phone as name_address_phone,
    r.consent_to_jurisdiction as consent_to_jurisdiction,
    r.accepts_service as accepts_service,
    c.assessed_at as assessed_at,
    c.withdrawn_at as withdrawn_at,
    c.document as document,
    c.rec as rec
from dmca_counter as c
inner join dmca_counter_notices as r on c.rec = r.rec
order by c.notice_no, c.received_at, c.counter_no, c.rec
