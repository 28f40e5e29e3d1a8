/*
what = "For each source of evidence and channel the unbroken stretches of days that rows of the sheet coverage cover together: a span is covered when one stretch holds all of it."
*/
with known_channel as (
    select channel from channels
    union
    select channel from access_checks
    union
    select channel from access_changes
),

piece as (
    select s.source, k.channel, c.covers_from_on as from_on, c.covers_to_on as to_on, c.rec
    from known_channel as k
    cross join (
        values
        ('actions'), ('posts'), ('monitoring'), ('access_changes'), ('access_checks')
    ) as s (source)
    inner join coverage as c
        on
            c.source in (s.source, 'all') and c.channel in (k.channel, 'all')
            and c.covers_from_on <= c.covers_to_on
),

reached as (
    select
        piece.*,
        max(to_on) over (
            partition by source, channel
            order by from_on, to_on, rec rows between unbounded preceding and 1 preceding
        ) as reached_on
    from piece
),

numbered as (
    select
        reached.*,
        sum(case when reached_on is null or reached_on + 1 < from_on then 1 else 0 end) over (
            partition by source, channel
            order by from_on, to_on, rec rows between unbounded preceding and current row
        ) as stretch
    from reached
)

select source, channel, min(from_on) as from_on, max(to_on) as to_on, list(rec order by rec) as recs
from numbered
group by source, channel, stretch
