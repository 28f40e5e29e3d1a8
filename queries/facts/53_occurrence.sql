/*
what = "How many occurrences of confirmed violations by a user on a channel lie in continuous_window up to each occurrence_moment, and on how many local dates (CS-15): items no further apart than occurrence_gap are one occurrence, however many; meets says whether that is continuous (P-CONT)."
*/
with counted as (
    select
        m.about, m.reading, m.action_no, m.user_key, m.channel, m.moment_at, m.moment_on,
        c.post, c.posted_at, c.posted_on,
        max(case when c.is_severe then 1 else 0 end) as is_severe,
        list(c.rec order by c.rec) as recs
    from occurrence_moment as m
    inner join confirmed_item as c on c.user_key = m.user_key and c.channel = m.channel
    where
        case when m.is_certain then c.posted_at else c.posted_until end > m.posted_after
        and case when m.is_certain then c.posted_until else c.posted_at end <= m.decided_by
        and case when m.is_certain then c.confirmed_until else c.confirmed_at end <= m.decided_by
        and (
            c.reversed_at is null
            or case when m.is_certain then c.reversed_at else c.reversed_until end > m.undone_by
        )
    group by
        m.about, m.reading, m.action_no, m.user_key, m.channel, m.moment_at, m.moment_on,
        c.post, c.posted_at, c.posted_on
),

spaced as (
    select
        counted.*,
        lag(posted_at) over (
            partition by about, reading, action_no, user_key, channel, moment_at
            order by posted_at, post
        ) as posted_before
    from counted
),

summed as (
    select
        s.about, s.reading, s.action_no, s.user_key, s.channel, s.moment_at, s.moment_on,
        sum(
            case when s.posted_before + to_seconds(q.occurrence_gap * 60) >= s.posted_at then 0 else 1 end
        ) as n_occurrences,
        count(distinct s.posted_on) as n_dates,
        max(s.is_severe) = 1 as is_severe,
        flatten(list(s.recs order by s.posted_at, s.post)) as recs
    from spaced as s
    cross join parameter as q
    group by s.about, s.reading, s.action_no, s.user_key, s.channel, s.moment_at, s.moment_on
)

select
    s.about, s.reading, s.action_no, s.user_key, s.channel, s.moment_at, s.moment_on,
    s.n_occurrences, s.n_dates, s.is_severe, s.recs,
    s.n_occurrences >= q.continuous_occurrences and s.n_dates >= q.continuous_min_dates as meets
from summed as s
cross join parameter as q
