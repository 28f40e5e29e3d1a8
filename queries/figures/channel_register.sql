/*
what    = "The channels of the register that were open on at least one day of the period"
public  = true
columns = ["channel", "platform", "kind", "opened_on", "closed_on", "comments"]
*/
select
    channels.channel as channel,
    channels.platform as platform,
    channels.kind as kind,
    channels.opened_on as opened_on,
    channels.closed_on as closed_on,
    channels.comments as comments
from channels
inner join period
    on
        channels.opened_on <= period.last_on
        and coalesce(channels.closed_on, period.last_on) >= period.first_on
order by channels.channel
