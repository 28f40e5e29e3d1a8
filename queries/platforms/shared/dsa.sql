-- relation: act
select
    statement.rec_row,
    statement.id,
    statement.applied_on,
    statement.ground,
    statement.explanation,
    statement.automated,
    statement.visibility,
    case
        when regexp_matches(statement.visibility, 'CONTENT_REMOVED') then 'delete'
        when regexp_matches(statement.visibility, 'CONTENT_DISABLED') then 'hide'
    end as action
from statement;

-- fills: actions
select
    act.rec_row as row,
    'event' as basis,
    'dsa:' || act.id as action_no,
    act.applied_on as acted,
    this_file.channel,
    act.action,
    'platform' as source,
    nullif(concat_ws(': ', act.ground, act.explanation), '') as reason
from act
cross join this_file
where act.action is not null;

-- out_of_scope
select
    rec_row as row,
    'takes no content away: '
    || coalesce(nullif(visibility, ''), 'a decision on an account, on money or on a service') as why
from act
where action is null;
