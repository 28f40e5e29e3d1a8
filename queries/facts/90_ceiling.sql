/*
what = "Which data-quality control lowers the conclusion of which control to limited when more than min_percent of its items are exceptions, and why (controls.md 2.13 and AU-14). DQ-02 lowers the controls whose needs a miscounted file feeds (its sheets beside the controls that name them in `needs`), DQ-17 the controls with a deadline beyond the known calendar. DQ-01 works through the sheets a control needs; rows that DQ-06, DQ-12 and DQ-14 set apart are not evidenced one by one."
*/
with known_control as (
    select distinct unnest(controls) as control
    from clause
),

feeds as (
    select f.sheet, unnest(f.controls) as control
    from (
        values
        ('access_changes', ['AU-01', 'AU-11']),
        ('access_checks', ['AU-02', 'AU-03', 'AU-06', 'AU-07', 'AU-08', 'AU-10', 'AU-11', 'AU-12']),
        ('actions', [
            'BL-01', 'BL-02', 'BL-03', 'BL-04', 'BL-05', 'BL-06', 'BL-07', 'BL-08', 'BL-09', 'BL-10', 'BL-11',
            'BL-12', 'MO-05', 'RM-01', 'RM-02', 'RM-03', 'RM-04', 'RM-05', 'RM-07', 'RM-08', 'RM-09', 'RM-11',
            'RM-12', 'RM-13', 'RM-14', 'RM-15', 'RM-16', 'RM-18', 'RM-19', 'RM-20', 'RM-21', 'RM-22'
        ]),
        ('appeals', ['RM-18', 'RM-19']),
        ('block_lists', ['BL-06']),
        ('block_reviews', ['BL-08']),
        ('channels', [
            'AU-07', 'AU-09', 'AU-10', 'DM-01', 'DM-02', 'DM-03', 'DM-04', 'DM-25', 'MO-01', 'MO-08', 'NT-02'
        ]),
        ('concerns', ['MO-03', 'MO-04', 'MO-05', 'MO-09']),
        ('designations', ['AU-05']),
        ('dmca_agent', ['DM-01', 'DM-02', 'DM-03', 'DM-04']),
        ('dmca_agent_pages', ['DM-02']),
        ('dmca_counter_notices', ['DM-14', 'DM-15', 'DM-16', 'DM-17']),
        ('dmca_events', ['DM-10', 'DM-15', 'DM-20']),
        ('dmca_items', ['DM-09', 'DM-12', 'DM-18', 'DM-19']),
        ('dmca_notices', [
            'DM-06', 'DM-07', 'DM-08', 'DM-09', 'DM-10', 'DM-11', 'DM-12', 'DM-13', 'DM-14', 'DM-15', 'DM-16',
            'DM-17', 'DM-18', 'DM-19', 'DM-20', 'DM-21', 'DM-22', 'DM-23', 'DM-24', 'DM-27', 'DM-28', 'DM-29'
        ]),
        ('evidence', ['RM-05', 'RM-06']),
        ('filter_rules', ['RM-14']),
        ('incidents', ['ST-04', 'ST-05', 'ST-06']),
        ('investigations', ['BL-01', 'BL-02', 'BL-10', 'BL-11']),
        ('judgments', ['RM-13', 'RM-15']),
        ('logins', [
            'AU-01', 'AU-02', 'AU-03', 'AU-04', 'AU-06', 'AU-07', 'AU-08', 'AU-12', 'BL-04', 'MO-09', 'RM-04',
            'ST-01'
        ]),
        ('message_threads', ['MO-07']),
        ('monitoring', ['MO-01', 'MO-02']),
        ('partner_posts', ['OO-01', 'OO-02', 'OO-03']),
        ('people', [
            'AU-01', 'AU-02', 'AU-03', 'AU-04', 'AU-07', 'AU-08', 'AU-14', 'BL-04', 'DM-03', 'RM-04', 'ST-01',
            'ST-05'
        ]),
        ('posts', [
            'BL-03', 'BL-07', 'DM-21', 'MO-02', 'MO-06', 'RM-07', 'RM-08', 'RM-09', 'RM-10', 'RM-11', 'RM-12',
            'RM-13', 'RM-16', 'RM-17', 'RM-21', 'ST-01', 'ST-02', 'ST-08'
        ]),
        ('roles', ['AU-01', 'AU-02', 'AU-05', 'AU-07', 'AU-08', 'AU-13', 'AU-14', 'BL-04', 'RM-04', 'ST-01']),
        ('sightings', ['RM-17']),
        ('statement_checks', ['BL-05', 'NT-01', 'NT-02', 'NT-03'])
    ) as f (sheet, controls)
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
    select distinct m.control
    from file_count as c
    inner join brought as b on b.file = c.file
    inner join feeds as m on m.sheet = b.sheet
    where c.state in ('mismatch', 'part_missing', 'unlisted')
),

family_rule as (
    select r.family, r.by_control, r.reason
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
    union all
    select m.control, 'DQ-02', 0, 'a file it rests on does not hold the number of records declared'
    from miscounted as m
)

select k.control, r.by_control, 0 as min_percent, r.reason
from known_control as k
inner join family_rule as r on starts_with(k.control, r.family || '-')
where k.control not in ('AU-14', 'AU-15')
union all
select s.control, s.by_control, s.min_percent, s.reason
from single_rule as s
