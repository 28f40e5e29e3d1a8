/*
what = "Each reason stated for a removal episode of the library and what it is worth under the reason map in force that day (CS-17). standing: valid, no_ground, unclear, superseded, unmapped, not_loaded (another policy whose rules are not in the map), text (free words only)."
*/
with stated as (
    select m.episode, r.rec, r.kind, r.code, r.acted_on, r.source_rec
    from removal_act as m
    inner join act_reason as r on r.rec = m.rec
),

mapped as (
    select
        s.episode, s.rec, s.kind, s.code, s.source_rec, m.clause, m.context_dependent, m.rec as map_rec,
        case
            when s.kind = 'text' then 'text'
            when m.code is null then 'unmapped'
            when m.end_on < s.acted_on then 'superseded'
            when m.start_on > s.acted_on then 'unmapped'
            when m.grants_removal = 'no' then 'no_ground'
            when m.clause = '4.16' and m.rec is null then 'not_loaded'
            when m.grants_removal = 'yes' then 'valid'
            else 'unclear'
        end as standing
    from stated as s
    left join reason_map as m
        on m.code = s.code or (s.kind in ('case', 'filter') and m.clause = s.code)
),

ranked as (
    select
        mapped.*,
        row_number() over (
            partition by episode, rec, kind, coalesce(code, ''), source_rec
            order by
                case standing
                    when 'valid' then 1 when 'not_loaded' then 2 when 'unclear' then 3 when 'no_ground' then 4
                    when 'superseded' then 5 else 6
                end,
                case when mapped.code = mapped.clause then 0 else 1 end,
                clause, map_rec
        ) as place
    from mapped
)

select
    episode as action_no, rec, kind, code,
    case when standing in ('unmapped', 'text') then null else clause end as clause,
    coalesce(context_dependent, 'no') as context_dependent, standing, source_rec, map_rec
from ranked
where place = 1
