/*
what    = "The days of the period on which a self-hosted channel took part in interaction, and on how many of them a filing about the copyright agent was in force"
public  = false
columns = ["days", "covered", "filings"]
*/
select
    count(*) as days,
    count(case when d.kind <> 'terminate' and d.day < d.expires_on then 1 end) as covered,
    count(distinct d.filing_rec) as filings
from agent_day as d
having count(*) > 0
order by days
