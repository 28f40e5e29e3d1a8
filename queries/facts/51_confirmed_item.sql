/*
what = "Each finding that makes a post a confirmed violation: from when the library had decided it, until when it stood, and whether it is a threat or marked severe. Occurrences are counted from these; a post counts once whatever the number of its findings (CS-15, CS-16, CS-19)."
*/
with found as (
    select distinct
        v.post, v.user_key, v.channel, v.posted_at, p.posted_until, v.posted_on, v.post_rec, v.rec,
        v.confirmed_at,
        case
            when v.found_by = 'concern' then coalesce(c.closed_until, c.first_reviewed_until, v.known_until)
            else v.known_until
        end as confirmed_until,
        v.reversed_at,
        coalesce(v.code, '') = '4.14-threat' or coalesce(a.severe, '') = 'yes' as is_severe
    from violation as v
    inner join posts as p on p.rec = v.post_rec
    left join concerns as c on c.rec = v.rec
    left join actions as a on a.rec = v.rec
    where v.user_key is not null and v.posted_at is not null
)

select
    f.post, f.user_key, f.channel, f.posted_at, f.posted_until, f.posted_on, f.post_rec, f.rec,
    f.confirmed_at, f.confirmed_until, f.is_severe, f.reversed_at,
    max(u.undone_until) as reversed_until,
    min(u.rec) as reversal_rec
from found as f
left join reversal as u on u.post = f.post and u.undone_at = f.reversed_at
group by
    f.post, f.user_key, f.channel, f.posted_at, f.posted_until, f.posted_on, f.post_rec, f.rec,
    f.confirmed_at, f.confirmed_until, f.is_severe, f.reversed_at
