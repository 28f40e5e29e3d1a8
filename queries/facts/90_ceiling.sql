/*
what = "Which data-quality control lowers the conclusion of which control to limited when more than min_percent of its items are exceptions, and why (controls.md 2.13)."
*/
select c.control, c.by_control, c.min_percent, c.reason
from (values
    ('', '', 0, '')
) as c(control, by_control, min_percent, reason)
where c.control <> ''
