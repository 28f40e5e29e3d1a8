-- out_of_scope
select
    rec_row as row,
    'neither a comment''s state nor a role: ' || message as why
from event
where
    message not in (
        'comment_status_approve', 'comment_status_hold', 'comment_status_spam', 'comment_status_trash',
        'comment_untrashed', 'comment_deleted', 'user_created', 'user_deleted', 'user_role_updated',
        'user_role_added', 'user_role_removed'
    );
