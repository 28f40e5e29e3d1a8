/*
id        = "mastodon_api"
title     = "Mastodon administration answers (JSON)"
platform  = "mastodon"
container = "json"
versions  = ["admin reports", "admin accounts v1 and v2", "admin domain blocks", "recorded exchanges of these"]
brings    = "Reports of users with who resolved them and when, accounts that are suspended or silenced, who has a role, and blocked servers with the time of the block; as they stood when asked."
cannot_prove = [
    "what happened to a report before: reopening one wipes who resolved it and when",
    "who suspended or silenced an account, when and why",
    "what was removed after a report",
    "that the answers are complete: each page is one file",
    "who has access beyond the roles shown",
]
sample    = "mastodon/admin_api, mastodon/blocklists/data-mastodon.json"

[[recognise]]
shape = ["[].action_taken", "[].target_account.id", "[].category"]

[[recognise]]
shape = ["action_taken", "target_account.id", "category"]

[[recognise]]
shape = ["[].confirmed", "[].suspended", "[].account.acct"]

[[recognise]]
shape = ["confirmed", "suspended", "account.acct"]

[[recognise]]
shape = ["[].domain", "[].severity", "[].created_at"]

[[recognise]]
text  = '/api/v[12]/admin/'
shape = ["[].uri", "[].response"]

[[recognise]]
shape  = ["[].uri", "[].response.action_taken"]

[[recognise]]
text   = '/api/v1/instance/domain_blocks'
shape  = ["[].uri", "[].status"]
unread = "a request that was refused: nothing was answered"

[[record]]
kind   = "report"
at     = ["[]", "[].response", "[].response[]", ""]
where  = { action_taken = ".", target_account = "." }
fields = [
    "id", "action_taken", "action_taken_at (iso)", "created_at (iso)", "updated_at (iso)", "category",
    "target_account.id", "target_account.account.acct", "target_account.acct", "action_taken_by_account.username",
    "assigned_account.username", "statuses.id", "rules.id",
]
carry  = { asked = "[].uri" }

[[record]]
kind   = "account"
at     = ["[]", "[].response", "[].response[]", ""]
where  = { confirmed = ".", suspended = ".", account = "." }
fields = ["id", "username", "domain", "suspended", "silenced", "disabled", "account.acct", "role.name", "role.id"]

[[record]]
kind   = "server"
at     = ["[]", "[].response", "[].response[]"]
where  = { severity = ".", domain = "." }
empty  = "no_server"
fields = ["id", "domain", "severity", "created_at (iso)"]

[[record]]
kind   = "other"
at     = "[].response"
where  = { action_taken = "^$", severity = "^$", suspended = "^$" }
fields = ["id"]

[[record]]
kind   = "nothing"
at     = "[]"
where  = { uri = ".", response = "^$" }
fields = ["status"]
*/

-- relation: report
select
    rec_row,
    json_extract_string(body, '$.id') as id,
    json_extract_string(body, '$.created_at') as created_at,
    coalesce(
        json_extract_string(body, '$.target_account.account.acct'), json_extract_string(body, '$.target_account.acct')
    ) as target,
    json_extract_string(body, '$.category') as category,
    json_extract_string(body, '$.statuses[0].id') as first_post,
    json_extract_string(body, '$.action_taken') = 'true' as is_closed,
    json_extract_string(body, '$.action_taken_at') as closed_at,
    row_number() over (
        partition by json_extract_string(body, '$.id')
        order by json_extract_string(body, '$.updated_at') desc nulls last, rec_row desc
    ) = 1 as is_latest
from raw
where kind = 'report';

-- fills: concerns
select
    report.rec_row as row,
    'current_state' as basis,
    'mastodon:report:' || report.id as concern,
    this_file.channel,
    report.created_at as received,
    'form' as via,
    'mastodon:' || report.first_post as post,
    'mastodon:' || report.target as user,
    report.category,
    case when report.is_closed then report.closed_at end as first_reviewed,
    case when report.is_closed then report.closed_at end as closed
from report
cross join this_file
where report.is_latest;

-- fills: block_lists
select
    raw.rec_row as row,
    'current_state' as basis,
    'mastodon:' || raw.kind || ':' || this_file.exported_at as "check",
    this_file.exported_at as checked,
    this_file.channel,
    case raw.kind
        when 'account' then 'mastodon:' || json_extract_string(raw.body, '$.account.acct')
        else 'mastodon:@' || json_extract_string(raw.body, '$.domain')
    end as user
from raw
cross join this_file
where
    (
        raw.kind = 'account'
        and (
            json_extract_string(raw.body, '$.suspended') = 'true'
            or json_extract_string(raw.body, '$.disabled') = 'true'
        )
    )
    or (raw.kind = 'server' and json_extract_string(raw.body, '$.severity') = 'suspend');

-- fills: actions
select
    server.rec_row as row,
    'event' as basis,
    'mastodon:server:' || server.id as action_no,
    server.created_at as acted,
    this_file.channel,
    case server.severity when 'suspend' then 'block' else 'restrict' end as action,
    'mastodon:@' || server.domain as user,
    'staff' as source
from (
    select
        rec_row,
        json_extract_string(body, '$.id') as id,
        json_extract_string(body, '$.domain') as domain,
        json_extract_string(body, '$.severity') as severity,
        json_extract_string(body, '$.created_at') as created_at
    from raw
    where kind = 'server'
) as server
cross join this_file
where server.severity in ('suspend', 'silence') and server.created_at is not null;

-- fills: access_checks
select
    raw.rec_row as row,
    'current_state' as basis,
    'mastodon:access:' || this_file.exported_at as "check",
    this_file.exported_at as checked,
    this_file.channel,
    'no' as complete,
    json_extract_string(raw.body, '$.username') as login,
    case
        when json_extract_string(raw.body, '$.role.name') in ('Owner', 'Admin') then 'full'
        else 'community'
    end as level
from raw
cross join this_file
where
    raw.kind = 'account'
    and coalesce(json_extract_string(raw.body, '$.role.name'), '') <> ''
    and json_extract_string(raw.body, '$.domain') is null;

-- out_of_scope
select
    rec_row as row,
    case kind
        when 'report' then 'the same report, as it stood earlier'
        when 'account' then 'an account without role, neither suspended nor disabled'
        when 'server' then 'a server that is only limited, without a time'
        when 'nothing' then 'an exchange without an answer'
        else 'an answer that is no evidence for this audit'
    end as why
from raw
where
    kind in ('other', 'nothing')
    or (
        kind = 'report'
        and not exists (
            select 1
            from report
            where report.rec_row = raw.rec_row and report.is_latest
        )
    )
    or (
        kind = 'account'
        and coalesce(json_extract_string(body, '$.suspended'), '') <> 'true'
        and coalesce(json_extract_string(body, '$.disabled'), '') <> 'true'
        and (
            coalesce(json_extract_string(body, '$.role.name'), '') = ''
            or json_extract_string(body, '$.domain') is not null
        )
    )
    or (
        kind = 'server'
        and coalesce(json_extract_string(body, '$.severity'), '') <> 'suspend'
        and (
            json_extract_string(body, '$.created_at') is null
            or json_extract_string(body, '$.severity') <> 'silence'
        )
    );
