/*
what    = "Logins that belong to exactly one person, so that a person has one pseudonym"
public  = false
columns = ["login", "person"]
*/
select
    logins.login as login,
    min(logins.person) as person
from logins
where logins.person is not null
group by logins.login
having count(distinct logins.person) = 1
order by logins.login
