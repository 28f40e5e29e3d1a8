/*
what = "Each copyright notice with its computed class (DM-08), the class in force (a recorded class with an override reason stands instead), the first cure, the first retraction, and start: the moment from which the notice binds (receipt by the agent when complete, else the cure). agent is the receipt by the agent, or the first receipt when that is not recorded (agent_is_known false): the agent cannot have had it earlier."
*/
with element as (
    select
        n.rec,
        coalesce(n.work_identified = 'no', false) or coalesce(n.material_located = 'no', false)
        or coalesce(n.contact = 'no', false) as lacks_core,
        coalesce(n.signature = 'no', false) or coalesce(n.good_faith = 'no', false)
        or coalesce(n.accuracy_under_perjury = 'no', false) as lacks_form,
        coalesce(n.work_identified = 'yes' and n.material_located = 'yes' and n.contact = 'yes', false) as has_core,
        coalesce(n.signature = 'yes' and n.good_faith = 'yes' and n.accuracy_under_perjury = 'yes', false) as has_form,
        n.work_identified is null or n.material_located is null or n.contact is null as is_core_blank,
        n.signature is null or n.good_faith is null or n.accuracy_under_perjury is null as is_form_blank,
        'unclear' in (
            coalesce(n.signature, ''), coalesce(n.work_identified, ''), coalesce(n.material_located, ''),
            coalesce(n.contact, ''), coalesce(n.good_faith, ''), coalesce(n.accuracy_under_perjury, '')
        ) as is_unclear
    from dmca_notices as n
),

classed as (
    select
        e.rec, e.is_unclear,
        e.is_core_blank or e.is_form_blank as is_blank,
        case
            when e.lacks_core then 'defective'
            when e.has_core and e.lacks_form then 'curable'
            when e.has_core and e.has_form then 'complete'
            else 'undetermined'
        end as computed_class,
        e.is_core_blank or (e.is_form_blank and not e.lacks_form) as is_blank_that_matters
    from element as e
),

cure as (
    select
        e.notice_no, e.happened_at, e.happened_until, e.happened_on, e.happened_quality, e.rec,
        row_number() over (
            partition by e.notice_no
            order by e.happened_until asc, e.happened_at desc, e.rec asc
        ) as place
    from dmca_events as e
    where e.event = 'cured'
),

retraction as (
    select
        r.notice_no, r.retracted_at, r.retracted_until, r.rec,
        row_number() over (
            partition by r.notice_no
            order by r.retracted_until asc, r.retracted_at desc, r.rec asc
        ) as place
    from (
        select n.notice_no, n.retracted_at, n.retracted_until, n.rec
        from dmca_notices as n
        where n.retracted_at is not null
        union all
        select e.notice_no, e.happened_at, e.happened_until, e.rec
        from dmca_events as e
        where e.event = 'retracted' and e.post is null
    ) as r
),

joined as (
    select
        n.rec, n.notice_no, n.venue, n.channel, n.class, n.override_reason, n.work, n.document, n.signed_by,
        n.fair_use_considered, n.received_at, n.received_until, n.received_on, n.received_quality,
        n.assessed_at, n.assessed_until, n.assessed_on, n.assessed_quality,
        n.received_by_agent_at is not null as agent_is_known,
        coalesce(n.received_by_agent_at, n.received_at) as agent_at,
        coalesce(n.received_by_agent_until, n.received_until) as agent_until,
        coalesce(n.received_by_agent_on, n.received_on) as agent_on,
        coalesce(n.received_by_agent_quality, n.received_quality) as agent_quality,
        c.computed_class, c.is_blank, c.is_blank_that_matters, c.is_unclear,
        case
            when n.class is not null and n.override_reason is not null then n.class
            else c.computed_class
        end as class_in_force,
        cure.happened_at as cured_at, cure.happened_until as cured_until, cure.happened_on as cured_on,
        cure.happened_quality as cured_quality, cure.rec as cured_rec,
        r.retracted_at, r.retracted_until, r.rec as retracted_rec
    from dmca_notices as n
    inner join classed as c on c.rec = n.rec
    left join cure on cure.notice_no = n.notice_no and cure.place = 1
    left join retraction as r on r.notice_no = n.notice_no and r.place = 1
),

started as (
    select
        joined.*,
        case when class_in_force = 'complete' then agent_at else cured_at end as start_at,
        case when class_in_force = 'complete' then agent_until else cured_until end as start_until,
        case when class_in_force = 'complete' then agent_on else cured_on end as start_on,
        case when class_in_force = 'complete' then agent_quality else cured_quality end as start_quality,
        class_in_force <> 'complete' or agent_is_known as start_is_known
    from joined
)

select
    started.*,
    case
        when start_quality in ('ambiguous', 'nonexistent') then ['tz_uncertain']
        when start_quality = 'date_only' then ['date_only']
        else []
    end as start_flags,
    case
        when agent_quality in ('ambiguous', 'nonexistent') then ['tz_uncertain']
        when agent_quality = 'date_only' then ['date_only']
        else []
    end as agent_flags
from started
