/*
what    = "Posts by and for outside organizations, by direction and recorded category"
public  = true
columns = ["direction", "category", "posts"]
*/
select
    partner_posts.direction as direction,
    coalesce(partner_posts.category, 'none') as category,
    count(*) as posts
from partner_posts
inner join period
    on
        partner_posts.posted_on >= period.first_on
        and partner_posts.posted_on <= period.last_on
group by 1, 2
order by 1, 2
