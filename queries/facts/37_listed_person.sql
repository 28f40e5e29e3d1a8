/*
what = "Each person behind a row of an access check: those the login belonged to on that day, or, when a personal login belonged to nobody any more, its last holder if that person has left (is_last_holder). left_on is the last day of an ended employment before the check; is_employed and is_employee say what holds on the day of the check."
*/
with held as (
    select distinct k.rec, a.person, a.login_rec, false as is_last_holder
    from access_checks as k
    inner join actor as a on a.topic = 'access_row' and a.rec = k.rec and a.power = 'post'
    where a.person is not null
),

past as (
    select
        k.rec, h.person, h.rec as login_rec, h.kind, h.end_on,
        max(h.end_on) over (partition by k.rec) as last_end_on
    from access_checks as k
    inner join login_holder as h
        on h.login = k.login and (h.channel is null or h.channel = k.channel) and h.end_on < k.checked_on
    where
        not exists (
            select 1
            from actor as a
            where a.topic = 'access_row' and a.rec = k.rec
        )
),

behind as (
    select rec, person, login_rec, is_last_holder
    from held
    union all
    select rec, person, login_rec, true
    from past
    where kind = 'human' and person is not null and end_on = last_end_on
),

employment as (
    select person, kind, rec, start_on, coalesce(end_on, date '9999-12-31') as last_on
    from people
),

placed as (
    select
        b.rec, b.person, b.is_last_holder,
        coalesce(max(case when e.start_on <= k.checked_on and e.last_on >= k.checked_on then 1 else 0 end), 0)
            as employed,
        coalesce(
            max(
                case
                    when e.kind = 'employee' and e.start_on <= k.checked_on and e.last_on >= k.checked_on then 1
                    else 0
                end
            ), 0
        ) as employee,
        max(case when e.last_on < k.checked_on then e.last_on end) as left_on,
        list(distinct b.login_rec order by b.login_rec) as login_recs,
        list(distinct e.rec order by e.rec) as people_recs
    from behind as b
    inner join access_checks as k on k.rec = b.rec
    left join employment as e on e.person = b.person
    group by b.rec, b.person, b.is_last_holder
)

select
    rec, person, is_last_holder, employed = 1 as is_employed, employee = 1 as is_employee, left_on,
    list_concat(login_recs, people_recs) as recs
from placed
where not is_last_holder or (employed = 0 and left_on is not null)
