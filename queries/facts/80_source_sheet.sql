/*
what = "Which kind of source (the word of the sheet coverage) each sheet belongs to, where its days are to be covered."
*/
select m.sheet, m.source
from (
    values
    ('actions', 'actions'), ('posts', 'posts'), ('access_checks', 'access_checks'),
    ('access_changes', 'access_changes'), ('block_lists', 'block_lists'), ('concerns', 'concerns'),
    ('statement_checks', 'statement_checks'), ('monitoring', 'monitoring'), ('dmca_notices', 'dmca'),
    ('dmca_items', 'dmca'), ('dmca_events', 'dmca'), ('dmca_counter_notices', 'dmca'),
    ('incidents', 'incidents'), ('partners', 'partners'), ('partner_posts', 'partners')
) as m (sheet, source)
