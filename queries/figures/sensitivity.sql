/*
what    = "Exceptions of each threshold control with the threshold at half, as set and at double"
public  = true
columns = ["control", "parameter", "half", "default", "double"]
*/
select
    line.control as control,
    line.parameter as parameter,
    line.half_exceptions as half,
    line.set_exceptions as "default",
    line.double_exceptions as double
from sensitivity_line as line
inner join this_run on this_run.run_id = line.run_id
order by line.control, line.parameter
