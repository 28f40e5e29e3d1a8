/*
what = "Which login is whose from when to when: start_on and end_on inclusive, null open; channel null is every channel (CS-7)."
*/
select rec, login, channel, kind, person, start_on, end_on
from logins
