/*
what = "For each source of evidence, channel and open day of the period: does any row of the sheet coverage cover it? (DQ-01)"
*/
with source as (
    select s.source
    from (
        values
        ('actions'), ('posts'), ('access_checks'), ('access_changes'), ('block_lists'), ('concerns'),
        ('statement_checks'), ('monitoring'), ('dmca'), ('incidents'), ('partners')
    ) as s (source)
)

select
    s.source, d.channel, d.day,
    exists (
        select 1
        from coverage as c
        where
            (c.source = s.source or c.source = 'all')
            and (c.channel = d.channel or c.channel = 'all')
            and c.covers_from_on <= d.day
            and c.covers_to_on >= d.day
    ) as is_covered
from channel_day as d
cross join source as s
