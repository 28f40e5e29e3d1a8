/*
what = "The powers that a level of access gives: full every power, partial all but permission, account and settings, content post, respond and remove, community respond, review and remove, messages respond, ads post, owner_email account; insights none and therefore no row."
*/
select l.level, l.power
from (
    values
    ('full', 'post'), ('full', 'respond'), ('full', 'review'), ('full', 'remove'), ('full', 'block'),
    ('full', 'permission'), ('full', 'account'), ('full', 'settings'), ('full', 'dmca'),
    ('partial', 'post'), ('partial', 'respond'), ('partial', 'review'), ('partial', 'remove'),
    ('partial', 'block'), ('partial', 'dmca'),
    ('content', 'post'), ('content', 'respond'), ('content', 'remove'),
    ('community', 'respond'), ('community', 'review'), ('community', 'remove'),
    ('messages', 'respond'),
    ('ads', 'post'),
    ('owner_email', 'account')
) as l (level, power)
