/*
id        = "facebook_graph"
title     = "Facebook Graph API answers (JSON)"
platform  = "facebook"
container = "json"
versions  = ["feed", "comments", "one post or comment", "roles", "assigned_users", "blocked", "settings", "me/accounts"]
brings    = "Posts and comments of the page by anybody, with their ids, parents and whether they are hidden; who has which task on the page; who is blocked; as they stood when asked."
cannot_prove = [
    "who hid or removed a comment, when and why: an answer shows how things stand, and a removed comment is not in it",
    "when, why and by whom somebody was blocked: the list has no dates",
    "who wrote a comment, where the asking application lacked the permission: `from` is then left out",
    "that the list of people with access is complete: roles leaves out people of a business portfolio, assigned_users leaves out the others",
    "who granted access, and when",
    "who changed a setting, and when",
    "what an answer leaves out: each page of a feed is one file, and a missing page shows nothing",
]
sample    = "facebook/graph, facebook/graph_spring"

[[recognise]]
shape = ["data[].id", "data[].created_time"]

[[recognise]]
shape = ["data[].id", "data[].message"]

[[recognise]]
shape   = ["id", "created_time"]
without = ["object", "data"]

[[recognise]]
shape = ["id", "object.created_time"]

[[recognise]]
shape = ["id", "message", "permalink_url"]

[[recognise]]
shape = ["id", "comments.data[].created_time"]

[[recognise]]
shape = ["id", "parent_id", "from.id"]

[[recognise]]
shape = ["data[].role", "data[].id"]

[[recognise]]
shape = ["data[].tasks[]", "data[].id"]

[[recognise]]
shape = ["data[].perms[]", "data[].id"]

[[recognise]]
shape = ["tasks[]", "id", "name"]

[[recognise]]
shape = ["data[].setting", "data[].value"]

[[recognise]]
name  = 'block'
shape = ["data[].id", "data[].name"]

[[recognise]]
name    = 'block'
shape   = ["data"]
without = ["data[]", "error"]

[[recognise]]
shape  = ["admin_notes.data[].id"]
unread = "notes about users are not read"

[[recognise]]
shape   = ["message_tags[].type", "id"]
without = ["created_time", "data"]
unread  = "a comment without time and text: nothing in it is evidence"

[[recognise]]
shape   = ["id", "name", "category"]
without = ["tasks", "data", "created_time", "message"]
unread  = "describes a page: the register of channels is kept by hand"

[[recognise]]
shape   = ["id", "name", "name_format"]
unread  = "describes a person: not read"

[[record]]
kind   = "setting"
at     = "data[]"
where  = { setting = "." }
fields = ["setting", "value"]

[[record]]
kind   = "account"
at     = "data[]"
where  = { tasks = ".", category = "." }
fields = ["id", "tasks"]

[[record]]
kind   = "account"
at     = "data[]"
where  = { perms = "." }
fields = ["id", "perms"]

[[record]]
kind   = "account"
at     = ""
where  = { tasks = "." }
fields = ["id", "tasks"]

[[record]]
kind   = "access"
at     = "data[]"
where  = { name = ".", category = "^$", created_time = "^$", message = "^$", setting = "^$", perms = "^$" }
fields = ["id", "role", "tasks"]
empty  = "nobody"

[[record]]
kind   = "node"
at     = "data[]"
where  = { created_time = "." }
fields = [
    "id", "parent_id", "parent.id", "from.id", "admin_creator.id", "admin_creator.name", "message", "story",
    "created_time (iso)", "is_hidden", "link", "type", "status_type", "updated_time (iso)", "can_remove",
    "comment_count",
]

[[record]]
kind   = "node"
at     = "data[]"
where  = { created_time = "^$", message = "." }
fields = ["id", "parent_id", "parent.id", "from.id", "message", "is_hidden", "can_remove", "comment_count"]

[[record]]
kind   = "node"
at     = ""
where  = { id = ".", tasks = "^$", data = "^$" }
fields = [
    "id", "parent_id", "parent.id", "object.id", "from.id", "admin_creator.id", "admin_creator.name", "message",
    "story", "created_time (iso)", "is_hidden", "link", "type", "status_type", "updated_time (iso)", "can_remove",
    "comment_count",
]

[[record]]
kind   = "reply"
at     = ["data[].comments.data[]", "comments.data[]"]
fields = ["id", "parent.id", "from.id", "message", "created_time (iso)", "is_hidden"]
carry  = { list_post_id = "data[].id", post_id = "id" }
*/

-- relation: node
with siblings as (
    select
        coalesce(bool_or(
            json_extract_string(body, '$.can_remove') is not null
            or json_extract_string(body, '$.comment_count') is not null
        ), false) as are_comments
    from raw
    where kind = 'node'
)

select
    raw.rec_row,
    json_extract_string(raw.body, '$.id') as id,
    json_extract_string(raw.body, '$.from.id') as from_id,
    coalesce(
        json_extract_string(raw.body, '$.parent.id'),
        json_extract_string(raw.body, '$.parent_id'),
        json_extract_string(raw.body, '$.list_post_id'),
        json_extract_string(raw.body, '$.post_id'),
        json_extract_string(raw.body, '$.object.id')
    ) as parent_id,
    json_extract_string(raw.body, '$.created_time') as posted,
    coalesce(json_extract_string(raw.body, '$.message'), json_extract_string(raw.body, '$.story')) as content,
    json_extract_string(raw.body, '$.link') as link,
    coalesce(
        json_extract_string(raw.body, '$.admin_creator.id'), json_extract_string(raw.body, '$.admin_creator.name')
    ) as login,
    json_extract_string(raw.body, '$.is_hidden') as is_hidden,
    raw.kind = 'reply'
    or json_extract_string(raw.body, '$.object.id') is not null
    or json_extract_string(raw.body, '$.can_remove') is not null
    or json_extract_string(raw.body, '$.comment_count') is not null
    or json_extract_string(raw.body, '$.parent.id') is not null
    or regexp_matches(json_extract_string(raw.body, '$.id'), '^[^_]+_[^_]+_[^_]+$')
    or (
        siblings.are_comments
        and json_extract_string(raw.body, '$.type') is null
        and json_extract_string(raw.body, '$.status_type') is null
        and json_extract_string(raw.body, '$.updated_time') is null
    ) as is_comment
from raw
cross join siblings
where raw.kind in ('node', 'reply');

-- relation: page
select
    split_part(id, '_', 1) as page_id
from node
where not is_comment and id like '%\_%' escape '\'
group by split_part(id, '_', 1);

-- relation: written
select
    node.rec_row,
    node.id,
    node.parent_id,
    node.posted,
    node.content,
    node.link,
    node.login,
    node.is_hidden,
    node.is_comment,
    node.from_id,
    node.login is not null or page.page_id is not null as by_page
from node
left join page on page.page_id = node.from_id;

-- fills: posts
select
    written.rec_row as row,
    'current_state' as basis,
    'fb:' || written.id as post,
    this_file.channel,
    'fb:' || written.parent_id as parent,
    'fb:' || coalesce(
        case when written.is_comment then written.parent_id end,
        case
            when written.is_comment and regexp_matches(written.id, '^[^_]+_[^_]+_[^_]+$')
                then split_part(written.id, '_', 1) || '_' || split_part(written.id, '_', 2)
        end
    ) as root,
    case when written.by_page then 'staff' else 'public' end as author_kind,
    case when written.by_page then written.login else 'fb:' || written.from_id end as author,
    written.posted,
    written.content as text,
    replace(written.link, ';', '%3B') as links,
    'public' as surface
from written
cross join this_file;

-- fills: sightings
select
    written.rec_row as row,
    'current_state' as basis,
    'fb:' || written.id as post,
    this_file.exported_at as seen,
    case when written.is_hidden = 'true' then 'hidden' else 'visible' end as state,
    right(this_file.file, 128) as export
from written
cross join this_file
where this_file.exported_at is not null;

-- relation: named
select
    rec_row,
    kind,
    json_extract_string(body, '$.id') as id,
    lower(json_extract_string(body, '$.role')) as role,
    lower(coalesce(json_extract_string(body, '$.role'), '')) in ('admin', 'administrator') as is_admin,
    json_extract_string(body, '$.tasks[*]') as tasks
from raw
where kind in ('access', 'nobody');

-- fills: access_checks
select
    named.rec_row as row,
    'current_state' as basis,
    'fb:access:' || this_file.exported_at as "check",
    this_file.exported_at as checked,
    this_file.channel,
    'no' as complete,
    'fb:' || named.id as login,
    case
        when named.is_admin or list_contains(named.tasks, 'MANAGE') then 'full'
        when
            named.role = 'editor'
            or (list_contains(named.tasks, 'CREATE_CONTENT') and list_contains(named.tasks, 'MODERATE'))
            then 'partial'
        when list_contains(named.tasks, 'CREATE_CONTENT') then 'content'
        when named.role = 'moderator' or list_contains(named.tasks, 'MODERATE') then 'community'
        when list_contains(named.tasks, 'MESSAGING') then 'messages'
        when named.role = 'advertiser' or list_contains(named.tasks, 'ADVERTISE') then 'ads'
        when named.role = 'analyst' or list_contains(named.tasks, 'ANALYZE') then 'insights'
        else coalesce(named.role, array_to_string(named.tasks, ' and '))
    end as level
from named
cross join this_file
where named.kind = 'access' and (named.role is not null or len(named.tasks) > 0);

-- fills: block_lists
select
    named.rec_row as row,
    'current_state' as basis,
    'fb:block:' || this_file.exported_at as "check",
    this_file.exported_at as checked,
    this_file.channel,
    'fb:' || named.id as user
from named
cross join this_file
where
    (named.kind = 'access' and named.role is null and len(named.tasks) = 0)
    or (named.kind = 'nobody' and regexp_matches(lower(this_file.file), 'block[^/]*$'));

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
where
    this_file.covers_from is not null
    and this_file.covers_to is not null
    and exists (
        select 1
        from written
        where written.id is not null
    );

-- out_of_scope
select
    rec_row as row,
    case kind
        when 'setting' then 'a setting as it stood: it does not say who set it, or when'
        else 'what the asking account itself may do on its pages'
    end as why
from raw
where kind in ('setting', 'account');
