/*
what    = "Dated statements of the director, by clause"
public  = true
columns = ["clause", "attested_on", "statements"]
*/
select
    attestations.clause as clause,
    max(attestations.attested_on) as attested_on,
    count(*) as statements
from attestations
inner join period on attestations.attested_on <= period.as_of_on
group by attestations.clause
order by attestations.clause
