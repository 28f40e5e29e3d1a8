/*
what = "The persons a question can be about: each person the login belonged to on that day, or the person named. kind: human, shared, automation, third_party_app, platform, unknown (CS-7)."
*/
select q.topic, q.rec, q.power, h.kind, h.person, h.rec as login_rec
from authority_question as q
inner join login_holder as h
    on
        h.login = q.login
        and (h.channel is null or q.channel is null or h.channel = q.channel)
        and (h.start_on is null or h.start_on <= q.asked_on)
        and (h.end_on is null or h.end_on >= q.asked_on)
union all
select q.topic, q.rec, q.power, 'human', q.person, cast(null as bigint)
from authority_question as q
where q.person is not null
