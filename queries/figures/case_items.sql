/*
what    = "Each item of each copyright case: its author, what became of it, and the copy kept before removal. sha256 is the digest that the register of copies gives"
public  = false
columns = ["notice_no", "post", "is_named", "user_key", "channel", "disabled_on", "told_on", "restored_on", "copy_no", "copy_file", "copy_on", "sha256"]
*/
with copied as (
    select
        h.notice_no,
        h.post,
        e.evidence,
        e.file,
        e.captured_on,
        e.sha256,
        row_number() over (
            partition by h.notice_no, h.post
            order by e.captured_at desc, e.evidence asc, e.rec asc
        ) as place
    from dmca_item_history as h
    inner join evidence as e on h.post = e.post
    where h.disabled_until is null or e.captured_at <= h.disabled_until
)

select
    h.notice_no as notice_no,
    h.post as post,
    h.is_named as is_named,
    h.user_key as user_key,
    h.channel as channel,
    h.disabled_on as disabled_on,
    h.told_on as told_on,
    h.restored_on as restored_on,
    c.evidence as copy_no,
    c.file as copy_file,
    c.captured_on as copy_on,
    c.sha256 as sha256
from dmca_item_history as h
left join copied as c on h.notice_no = c.notice_no and h.post = c.post and c.place = 1
order by h.notice_no, h.post, h.rec
