/*
id        = "x_api"
title     = "X (Twitter) API answers: posts, compliance events, blocked accounts (JSON, JSON lines)"
platform  = "x"
container = "json"
versions  = ["v2 pages with data and includes", "v2 stream, one post a line", "v2 compliance jobs", "v1.1 statuses", "v1.1 blocks/ids"]
brings    = "Posts by anybody with their ids, parents and times; posts the platform no longer gives out, with the reason; the list of blocked accounts."
cannot_prove = [
    "which replies were hidden, by whom and why",
    "when, why and by whom an account was blocked: the list has no dates",
    "that all replies are there: an answer holds what the query found on that day, so it gives no coverage of posts unless audit.toml declares it",
    "which posts are the library's own: an answer does not say whose account asked, so every post is loaded as a visitor's, unless audit.toml names the account",
    "who of the staff posted",
]
sample    = "x/api_v2, x/api_v1"

[[recognise]]
shape = ["data[].id", "data[].text"]

[[recognise]]
shape   = ["data.id", "data.text"]

[[recognise]]
shape = ["action", "id", "reason", "created_at"]

[[recognise]]
shape = ["[].action", "[].id", "[].reason", "[].created_at"]

[[recognise]]
shape = ["id_str", "created_at", "user.id_str"]

[[recognise]]
shape = ["[].id_str", "[].created_at", "[].user.id_str"]

[[recognise]]
name    = '^(ids|block)'
text    = '^\s*\[\s*"?\d+"?\s*[,\]]'

[[recognise]]
shape = ["ids[]", "next_cursor"]

[[recognise]]
name  = 'block'
shape = ["data[].id", "data[].username"]

[[record]]
kind   = "tweet"
at     = ["data[]", "data"]
where  = { text = "." }
fields = [
    "id", "author_id", "conversation_id", "created_at (iso)", "text", "entities.urls.expanded_url",
    "referenced_tweets.type", "referenced_tweets.id", "edit_history_tweet_ids", "withheld.copyright",
    "withheld.country_codes",
]

[[record]]
kind   = "blocked"
at     = ["[]", "ids[]"]
plain  = "id"
empty  = "no_block"
fields = ["id"]

[[record]]
kind   = "blocked"
at     = "data[]"
where  = { username = "." }
fields = ["id", "username"]

[[record]]
kind   = "error"
at     = "errors[]"
fields = ["title", "type", "code"]

[[record]]
kind   = "included"
at     = "includes.tweets[]"
fields = ["id"]

[[record]]
kind   = "user"
at     = "includes.users[]"
where  = { id = ".", username = "." }
fields = ["id", "username"]

[[record]]
kind   = "status"
at     = ["[]", ""]
where  = { id_str = "." }
fields = [
    "id_str", "created_at (ctime)", "full_text", "text", "in_reply_to_status_id_str", "user.id_str",
    "user.screen_name", "entities.urls.expanded_url",
]

[[record]]
kind   = "compliance"
at     = ["[]", ""]
where  = { action = "." }
fields = ["id", "action", "reason", "created_at (iso)", "redacted_at (iso)"]
*/

-- relation: named
select
    json_extract_string(body, '$.id') as id,
    max(json_extract_string(body, '$.username')) as username
from raw
where kind = 'user'
group by json_extract_string(body, '$.id');

-- relation: tweet
select
    rec_row,
    coalesce(json_extract_string(body, '$.id_str'), json_extract_string(body, '$.id')) as id,
    coalesce(
        json_extract_string(body, '$.in_reply_to_status_id_str'),
        list_extract(list_filter(
            list_transform(
                coalesce(json_extract(body, '$.referenced_tweets[*]'), []),
                lambda entry: case
                    when json_extract_string(entry, '$.type') = 'replied_to' then json_extract_string(entry, '$.id')
                end
            ), lambda entry: entry is not null
        ), 1)
    ) as parent_id,
    json_extract_string(body, '$.conversation_id') as root_id,
    coalesce(json_extract_string(body, '$.user.id_str'), json_extract_string(body, '$.author_id')) as author_id,
    json_extract_string(body, '$.user.screen_name') as screen_name,
    json_extract_string(body, '$.created_at') as posted,
    coalesce(json_extract_string(body, '$.full_text'), json_extract_string(body, '$.text')) as content,
    nullif(array_to_string(list_transform(
        json_extract_string(body, '$.entities.urls[*].expanded_url'), lambda link: replace(link, ';', '%3B')
    ), ';'), '') as links,
    case
        when len(json_extract_string(body, '$.withheld.country_codes[*]')) > 0
            then list_has_any(json_extract_string(body, '$.withheld.country_codes[*]'), ['US', 'XX', 'XY'])
        else coalesce(json_extract_string(body, '$.withheld.copyright'), 'false') = 'true'
    end as is_withheld
from raw
where kind in ('tweet', 'status');

-- relation: written
select
    tweet.rec_row,
    tweet.id,
    tweet.parent_id,
    tweet.root_id,
    tweet.author_id,
    tweet.posted,
    tweet.content,
    tweet.links,
    (
        select coalesce(tweet.screen_name, named.username, min(own_account.handle))
        from own_account
        where own_account.handle in (tweet.author_id, lower(tweet.screen_name), lower(named.username))
        having count(*) > 0
    ) as login
from tweet
left join named on named.id = tweet.author_id;

-- fills: posts
select
    written.rec_row as row,
    'current_state' as basis,
    'x:' || written.id as post,
    this_file.channel,
    'x:' || written.parent_id as parent,
    case when written.root_id <> written.id then 'x:' || written.root_id end as root,
    case when written.login is null then 'public' else 'staff' end as author_kind,
    coalesce(written.login, 'x:' || written.author_id) as author,
    written.posted,
    written.content as text,
    written.links,
    'public' as surface
from written
cross join this_file;

-- relation: gone
select
    rec_row,
    json_extract_string(body, '$.id') as id,
    coalesce(json_extract_string(body, '$.action'), '') as action,
    json_extract_string(body, '$.reason') as reason,
    coalesce(json_extract_string(body, '$.redacted_at'), json_extract_string(body, '$.created_at')) as happened
from raw
where kind = 'compliance';

-- fills: sightings
select
    tweet.rec_row as row,
    'current_state' as basis,
    'x:' || tweet.id as post,
    this_file.exported_at as seen,
    case when tweet.is_withheld then 'hidden' else 'visible' end as state,
    right(this_file.file, 128) as export
from tweet
cross join this_file
where this_file.exported_at is not null
union all
select
    gone.rec_row as row,
    'event' as basis,
    'x:' || gone.id as post,
    gone.happened as seen,
    case when gone.reason in ('deleted', 'deactivated', 'protected') then 'author_deleted' else 'absent' end as state,
    right(this_file.file, 128) as export
from gone
cross join this_file
where gone.action = 'delete';

-- fills: block_lists
select
    raw.rec_row as row,
    'current_state' as basis,
    'x:block:' || this_file.exported_at as "check",
    this_file.exported_at as checked,
    this_file.channel,
    'x:' || json_extract_string(raw.body, '$.id') as user
from raw
cross join this_file
where raw.kind in ('blocked', 'no_block');

-- fills: coverage
select
    0 as row,
    'current_state' as basis,
    'posts' as source,
    this_file.channel,
    this_file.covers_from,
    this_file.covers_to,
    this_file.exported_at as exported,
    this_file.file
from this_file
where this_file.covers_from is not null and this_file.covers_to is not null;

-- out_of_scope
select
    rec_row as row,
    case kind
        when
            'error'
            then 'what the answer could not give: ' || coalesce(json_extract_string(body, '$.title'), 'not said')
        when 'user' then 'the name that belongs to the number of an author'
        else 'a post that the answer quotes, not one it was asked for'
    end as why
from raw
where kind in ('error', 'included', 'user')
union all
select
    gone.rec_row as row,
    'an event that takes no post away: ' || gone.action as why
from gone
where gone.action <> 'delete';
