-- fills: coverage
with span as (
    select
        min(left(happened, 10)) as first_on,
        max(left(happened, 10)) as last_on
    from event
),

kept as (
    select 'actions' as source
    union all
    select 'access_changes' as source
)

select
    0 as row,
    'event' as basis,
    kept.source,
    this_file.channel,
    coalesce(this_file.covers_from, span.first_on) as covers_from,
    coalesce(this_file.covers_to, span.last_on) as covers_to,
    this_file.exported_at as exported,
    this_file.file
from this_file
cross join span
cross join kept
where coalesce(this_file.covers_from, span.first_on) is not null;
