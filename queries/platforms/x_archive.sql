/*
id        = "x_archive"
title     = "X (Twitter) archive"
platform  = "x"
container = "javascript"
versions  = ["2019 (files beside each other)", "later (files under data/)", "files reformatted as JavaScript", "plain JSON"]
brings    = "The account's own posts, those it deleted of late with the time of deletion, the list of blocked accounts, changes of its name, the applications it let in; the archive's own counts, compared with what is read."
cannot_prove = [
    "what visitors wrote: the archive holds the account's own posts only, so it gives no coverage of posts unless audit.toml declares it",
    "replies that were hidden, and who hid them",
    "when, why and by whom an account was blocked or unblocked: the list is of the day of the archive and has no dates",
    "that nothing else was deleted: deleted posts stay in the archive for some days only",
    "who of the staff posted, blocked or deleted: the archive names the account only",
    "who has access: delegates and teams are not in the archive",
]
sample    = "x/archive_org, x/archive_2019_layout, x/archive_synthetic"
beside    = "manifest.js manifest exported_at"
account_beside = ["manifest.js manifest userInfo.userName", "account.js account username"]

[[recognise]]
text = '^\s*window\.(YTD\.\w+\.part\d+|__THAR_CONFIG)\s*='

[[recognise]]
shape = ["[].tweet.id_str", "[].tweet.created_at"]

[[recognise]]
shape = ["[].blocking.accountId"]

[[recognise]]
shape = ["[].muting.accountId"]

[ignored]
"README.txt"                    = "the platform's description of its archive"
"Your archive.html"             = "the platform's viewer of its archive"
"assets/?*"                      = "the platform's viewer of its archive"
"*_media/?*"                     = "pictures and films of posts: not read"
"direct-message*.js"            = "private messages are never read"
"ip-audit.js"                   = "addresses of devices are never read"
"account-creation-ip.js"        = "addresses of devices are never read"
"contact.js"                    = "address books are never read"
"phone-number.js"               = "telephone numbers are never read"
"email-address-change.js"       = "e-mail addresses are never read"
"follower.js"                   = "who follows the account is no evidence for this audit"
"following.js"                  = "whom the account follows is no evidence for this audit"
"note-tweet.js"                 = "the long form of posts that tweets.js holds; it does not say of which"
"tweetdeck.js"                  = "decks and columns only: it names no member of a team"
"*"                             = "not among the files of the archive that are evidence for this audit"

[[record]]
kind   = "manifest"
inside = '^__THAR_CONFIG$'
at     = ""
where  = { "archiveInfo.generationDate" = "." }
fields = ["userInfo.userName", "userInfo.accountId", "archiveInfo.isPartialArchive"]
carry  = { exported_at = "archiveInfo.generationDate (iso)" }

[[record]]
kind   = "declared"
inside = '^__THAR_CONFIG$'
at     = "dataTypes{}.files[]"
where  = { globalName = "." }
fields = ["fileName", "globalName", "count"]

[[record]]
kind   = "account"
inside = '^YTD\.account\.'
at     = "[].account"
where  = { accountId = "." }
fields = ["accountId", "username"]

[[record]]
kind   = "tweet"
inside = '^YTD\.(tweets?|community_tweet|deleted_tweets?)\.'
at     = ["[].tweet", "[]"]
where  = { id_str = "." }
fields = [
    "id_str", "created_at (ctime)", "deleted_at (ctime)", "full_text", "text", "in_reply_to_status_id_str",
    "entities.urls.expanded_url",
]
carry  = { global = "@title" }

[[record]]
kind   = "deleted_header"
inside = '^YTD\.deleted_tweet_headers\.'
at     = "[].tweet"
where  = { tweet_id = "." }
fields = ["tweet_id", "created_at (ctime)", "deleted_at (ctime)"]

[[record]]
kind   = "block"
inside = '^YTD\.block\.'
at     = "[].blocking"
empty  = "no_block"
fields = ["accountId"]

[[record]]
kind   = "mute"
inside = '^YTD\.mute\.'
at     = "[].muting"
fields = ["accountId"]

[[record]]
kind   = "rename"
inside = '^YTD\.screen_name_change\.'
at     = "[].screenNameChange.screenNameChange"
fields = ["changedAt (ctime)", "changedFrom", "changedTo"]

[[record]]
kind   = "application"
inside = '^YTD\.connected_application\.'
at     = "[].connectedApplication"
fields = ["id", "name", "permissions", "approvedAt (ctime)"]
*/

-- relation: made
with about as (
    select
        min(case when kind = 'manifest' then rec_row end) as rec_row,
        max(json_extract_string(body, '$.exported_at')) as exported_at,
        coalesce(
            max(json_extract_string(body, '$.userInfo.userName')),
            max(case when kind = 'account' then json_extract_string(body, '$.username') end)
        ) as login
    from raw
    where kind in ('manifest', 'account')
)

select
    this_file.channel,
    this_file.file,
    this_file.covers_from,
    this_file.covers_to,
    about.rec_row,
    coalesce(about.login, this_file.account) as login,
    coalesce(about.exported_at, this_file.exported_at) as exported_at
from this_file
left join about on true;

-- relation: tweet
select
    rec_row,
    'x:' || json_extract_string(body, '$.id_str') as post,
    'x:' || json_extract_string(body, '$.in_reply_to_status_id_str') as parent,
    json_extract_string(body, '$.created_at') as posted,
    json_extract_string(body, '$.deleted_at') as deleted_at,
    coalesce(json_extract_string(body, '$.full_text'), json_extract_string(body, '$.text')) as content,
    nullif(array_to_string(list_transform(
        json_extract_string(body, '$.entities.urls[*].expanded_url'), lambda link: replace(link, ';', '%3B')
    ), ';'), '') as links,
    json_extract_string(body, '$.deleted_at') is not null
    or coalesce(json_extract_string(body, '$.global'), '') like 'YTD.deleted%' as is_deleted
from raw
where kind = 'tweet';

-- fills: posts
select
    tweet.rec_row as row,
    'current_state' as basis,
    tweet.post,
    made.channel,
    tweet.parent,
    'staff' as author_kind,
    made.login as author,
    tweet.posted,
    tweet.content as text,
    tweet.links,
    'public' as surface
from tweet
cross join made;

-- fills: sightings
select
    tweet.rec_row as row,
    case when tweet.is_deleted then 'event' else 'current_state' end as basis,
    tweet.post,
    coalesce(tweet.deleted_at, made.exported_at) as seen,
    case when tweet.is_deleted then 'absent' else 'visible' end as state,
    right(made.file, 128) as export
from tweet
cross join made
where coalesce(tweet.deleted_at, made.exported_at) is not null;

-- fills: actions
with removed as (
    select
        rec_row,
        post,
        coalesce(deleted_at, posted) as deleted_at
    from tweet
    where is_deleted
    union all
    select
        rec_row,
        'x:' || json_extract_string(body, '$.tweet_id') as post,
        json_extract_string(body, '$.deleted_at') as deleted_at
    from raw
    where kind = 'deleted_header'
)

select
    removed.rec_row as row,
    'event' as basis,
    removed.post || ':delete' as action_no,
    removed.deleted_at as acted,
    made.channel,
    'delete' as action,
    removed.post,
    made.login,
    'staff' as source
from removed
cross join made;

-- fills: block_lists
select
    raw.rec_row as row,
    'current_state' as basis,
    'x:block:' || made.exported_at as "check",
    made.exported_at as checked,
    made.channel,
    'x:' || json_extract_string(raw.body, '$.accountId') as user
from raw
cross join made
where
    raw.kind = 'block'
    or (
        raw.kind = 'no_block'
        and not exists (
            select 1
            from raw as declared
            where
                declared.kind = 'declared'
                and json_extract_string(declared.body, '$.globalName') like 'YTD.block.%'
                and json_extract_string(declared.body, '$.count') <> '0'
        )
    );

-- fills: access_changes
select
    raw.rec_row as row,
    'event' as basis,
    json_extract_string(raw.body, '$.changedAt') as changed,
    made.channel,
    'rename' as change,
    cast(null as varchar) as login,
    json_extract_string(raw.body, '$.changedFrom') as old_level,
    json_extract_string(raw.body, '$.changedTo') as new_level
from raw
cross join made
where raw.kind = 'rename'
union all
select
    raw.rec_row as row,
    'event' as basis,
    json_extract_string(raw.body, '$.approvedAt') as changed,
    made.channel,
    'grant' as change,
    'x:app:' || json_extract_string(raw.body, '$.id') as login,
    cast(null as varchar) as old_level,
    array_to_string(json_extract_string(raw.body, '$.permissions[*]'), ' and ') as new_level
from raw
cross join made
where raw.kind = 'application';

-- fills: coverage
select
    coalesce(made.rec_row, 0) as row,
    'current_state' as basis,
    'posts' as source,
    made.channel,
    made.covers_from,
    made.covers_to,
    made.exported_at as exported,
    made.file
from made
where
    made.covers_from is not null
    and made.covers_to is not null
    and exists (
        select 1
        from tweet
        where not tweet.is_deleted
    );

-- fills: declared_counts
select
    rec_row as row,
    json_extract_string(body, '$.fileName') as file,
    json_extract_string(body, '$.count') as rows_declared
from raw
where
    kind = 'declared'
    and regexp_matches(
        coalesce(json_extract_string(body, '$.globalName'), ''),
        '^YTD\.(tweets?|community_tweet|deleted_tweets?|deleted_tweet_headers|account|block|mute|'
        || 'screen_name_change|connected_application)\.'
    );

-- out_of_scope
select
    rec_row as row,
    case kind
        when 'manifest' then 'the archive about itself'
        when 'account' then 'names the account; the register of channels is kept by hand'
        when 'mute' then 'a muted account: the archive gives no date, and muting takes nothing from view'
        else 'the archive''s count of a file that is left unread'
    end as why
from raw
where
    kind in ('manifest', 'account', 'mute')
    or (
        kind = 'declared'
        and not regexp_matches(
            coalesce(json_extract_string(body, '$.globalName'), ''),
            '^YTD\.(tweets?|community_tweet|deleted_tweets?|deleted_tweet_headers|account|block|mute|'
            || 'screen_name_change|connected_application)\.'
        )
    );
