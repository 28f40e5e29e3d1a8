/*
what = "Which data-quality control lowers the conclusion of which control to limited, and why (controls.md 2.13)."
*/
select c.control, c.by_control, c.reason
from (values
    ('', '', '')
) as c(control, by_control, reason)
where c.control <> ''
