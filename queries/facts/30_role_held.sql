/*
what = "Who held which position from when to when, both days inclusive, end_on null open: a row of the sheet roles, cut to the person's employment where that is recorded (a position ends when its holder leaves)."
*/
select
    r.person, r.role, r.title, r.acting, r.rec,
    greatest(r.start_on, e.start_on) as start_on,
    least(r.end_on, e.end_on) as end_on
from roles as r
inner join people as e
    on
        e.person = r.person
        and e.start_on <= coalesce(r.end_on, date '9999-12-31')
        and r.start_on <= coalesce(e.end_on, date '9999-12-31')
union all
select r.person, r.role, r.title, r.acting, r.rec, r.start_on, r.end_on
from roles as r
where
    not exists (
        select 1
        from people as e
        where e.person = r.person
    )
