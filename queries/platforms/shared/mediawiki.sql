-- relation: act
select
    event.rec_row,
    event.id,
    event.happened,
    event.login,
    event.title,
    event.reason,
    event.old_groups,
    event.new_groups,
    event.native_action,
    case
        when event.native_action in ('delete/delete', 'delete/revision') then 'delete'
        when event.native_action = 'delete/restore' then 'restore'
        when event.native_action in ('block/block', 'block/reblock') then 'block'
        when event.native_action = 'block/unblock' then 'unblock'
        when event.native_action in ('protect/protect', 'protect/modify') then 'comment_lock'
    end as action
from event;

-- fills: actions
select
    act.rec_row as row,
    'event' as basis,
    'mw:' || act.id as action_no,
    act.happened as acted,
    this_file.channel,
    act.action,
    case when act.action not in ('block', 'unblock') then 'mw:' || nullif(act.title, '') end as post,
    case when act.action in ('block', 'unblock') then 'mw:' || nullif(act.title, '') end as user,
    act.login,
    'staff' as source,
    act.reason
from act
cross join this_file
where act.action is not null;

-- fills: access_changes
select
    act.rec_row as row,
    'event' as basis,
    act.happened as changed,
    this_file.channel,
    case
        when act.native_action like 'newusers/%' then 'grant'
        else 'level'
    end as change,
    act.title as login,
    act.old_groups as old_level,
    act.new_groups as new_level,
    act.login as changed_by
from act
cross join this_file
where act.native_action like 'rights/%';

-- out_of_scope
select
    rec_row as row,
    'neither a removal, a block nor a right: ' || native_action as why
from act
where action is null and native_action not like 'rights/%';
