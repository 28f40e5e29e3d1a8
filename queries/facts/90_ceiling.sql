/*
what = "Which data-quality control lowers the conclusion of which control to limited when more than min_percent of its items are exceptions, and why (controls.md 2.13 and AU-14). DQ-02 lowers the families that the sheets of a miscounted file feed, DQ-17 the controls with a deadline beyond the known calendar. DQ-01 works through the sheets a control needs; rows that DQ-06, DQ-12 and DQ-14 set apart are not evidenced one by one."
*/
with known_control as (
    select distinct unnest(controls) as control
    from clause
),

feeds as (
    select f.sheet, f.family
    from (
        values
        ('channels', 'AU'), ('channels', 'NT'), ('channels', 'MO'), ('channels', 'DM'), ('people', 'AU'),
        ('people', 'ST'), ('roles', 'AU'), ('team', 'AU'), ('team', 'ST'), ('designations', 'AU'), ('logins', 'AU'),
        ('access_checks', 'AU'), ('access_changes', 'AU'), ('posts', 'RM'), ('posts', 'BL'), ('posts', 'MO'),
        ('posts', 'ST'), ('posts', 'OO'), ('revisions', 'RM'), ('sightings', 'RM'), ('actions', 'RM'),
        ('actions', 'BL'), ('evidence', 'RM'), ('judgments', 'RM'), ('judgments', 'BL'), ('reason_codes', 'RM'),
        ('filter_rules', 'RM'), ('concerns', 'MO'), ('concerns', 'RM'), ('investigations', 'BL'),
        ('block_lists', 'BL'), ('block_reviews', 'BL'), ('appeals', 'RM'), ('appeals', 'BL'), ('monitoring', 'MO'),
        ('message_threads', 'MO'), ('statement_checks', 'NT'), ('statement_checks', 'BL'), ('dmca_agent', 'DM'),
        ('dmca_agent_pages', 'DM'), ('dmca_notices', 'DM'), ('dmca_items', 'DM'), ('dmca_events', 'DM'),
        ('dmca_counter_notices', 'DM'), ('incidents', 'ST'), ('partners', 'OO'), ('partner_posts', 'OO')
    ) as f (sheet, family)
),

brought as (
    select distinct f.file, r.sheet
    from source_file as f
    inner join row_fate as r on r.source_id = f.source_id
    where r.sheet <> ''
    union
    select f.file, f.sheet
    from source_file as f
    where f.sheet <> ''
),

miscounted as (
    select distinct m.family
    from file_count as c
    inner join brought as b on b.file = c.file
    inner join feeds as m on m.sheet = b.sheet
    where c.state in ('mismatch', 'part_missing', 'unlisted')
),

family_rule as (
    select
        m.family, 'DQ-02' as by_control, 0 as min_percent,
        'a file it rests on does not hold the number of records declared' as reason
    from miscounted as m
    union all
    select r.family, r.by_control, 0, r.reason
    from (
        values
        ('RM', 'DQ-05', 'the log it rests on has gaps'),
        ('BL', 'DQ-05', 'the log it rests on has gaps'),
        ('RM', 'DQ-08', 'acts of the log are about posts or users that no record holds'),
        ('RM', 'DQ-13', 'the clocks of the log and of an export differ'),
        ('BL', 'DQ-13', 'the clocks of the log and of an export differ'),
        ('AU', 'AU-14', 'the roster has holes or overlaps on days of the period')
    ) as r (family, by_control, reason)
),

single_rule as (
    select r.control, r.by_control, r.min_percent, r.reason
    from (
        values
        ('RM-04', 'DQ-07', 5, 'too many acts map to no known actor'),
        ('BL-04', 'DQ-07', 5, 'too many acts map to no known actor'),
        ('AU-01', 'DQ-07', 5, 'too many acts map to no known actor'),
        ('AU-02', 'DQ-07', 5, 'too many acts map to no known actor'),
        ('AU-08', 'DQ-07', 5, 'too many acts map to no known actor'),
        ('ST-01', 'DQ-07', 5, 'too many acts map to no known actor'),
        ('RM-04', 'AU-14', 0, 'the roster has holes or overlaps on days of the period'),
        ('BL-04', 'AU-14', 0, 'the roster has holes or overlaps on days of the period')
    ) as r (control, by_control, min_percent, reason)
    union all
    select distinct d.control, 'DQ-17', 0, 'a deadline of it depends on a day of the calendar that is not known'
    from deadline as d
    where not d.is_known or d.due_on <> d.latest_on
)

select k.control, r.by_control, r.min_percent, r.reason
from known_control as k
inner join family_rule as r on starts_with(k.control, r.family || '-') and k.control <> r.by_control
union all
select s.control, s.by_control, s.min_percent, s.reason
from single_rule as s
