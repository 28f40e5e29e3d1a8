/*
what = "Each moment at which a user on a channel comes to post continuously (P-CONT) as far as the library then knew: the finding with which the count is reached, where it was not just before. is_lasting is false where findings undone by the end of block_decision_limit take it back (CS-19)."
*/
with reached as (
    select user_key, channel, moment_at, moment_on, n_occurrences, n_dates, recs
    from occurrence
    where about = 'reach' and reading = 'at' and meets
)

select
    r.user_key, r.channel, r.moment_at as reached_at, r.moment_on as reached_on, r.n_occurrences, r.n_dates, r.recs,
    exists (
        select 1
        from occurrence as o
        where
            o.about = 'reach' and o.reading = 'lasting' and o.meets
            and o.user_key = r.user_key and o.channel = r.channel and o.moment_at = r.moment_at
    ) as is_lasting
from reached as r
where
    not exists (
        select 1
        from occurrence as o
        where
            o.about = 'reach' and o.reading = 'before' and o.meets
            and o.user_key = r.user_key and o.channel = r.channel and o.moment_at = r.moment_at
    )
