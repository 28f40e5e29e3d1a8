-- Invented sheets of the logbook and one fact, for the figures. Variable `items`: 0 leaves every sheet empty.
create table period (
    first_on date, last_on date, starts_at timestamp, ends_at timestamp, as_of_at timestamp,
    as_of_on date, label varchar, time_zone varchar
);
create table this_run (run_id varchar);
create table coverage_day (source varchar, channel varchar, day date, is_covered boolean);
create table channels (
    channel varchar, platform varchar, kind varchar, opened_on date, closed_on date, comments varchar
);
create table actions (
    action_no varchar, acted_on date, channel varchar, action varchar, source varchar,
    reason_code varchar, user_key varchar
);
create table reason_map (code varchar, clause varchar, start_on date, end_on date);
create table concerns (
    concern varchar, received_on date, first_reviewed_on date, via varchar, user_key varchar
);
create table investigations (user_key varchar);
create table posts (author_kind varchar, author varchar);
create table dmca_notices (
    notice_no varchar, venue varchar, channel varchar, received_on date, received_by_agent_on date
);
create table dmca_events (notice_no varchar, event varchar, happened_on date);
create table dmca_counter_notices (notice_no varchar, received_by_agent_on date);
create table block_lists (channel varchar, checked_at timestamp, user_key varchar);
create table block_reviews (user_key varchar, channel varchar, reviewed_on date);
create table appeals (appeal varchar, received_on date, decided_at timestamp);
create table people (person varchar);
create table roles (person varchar, role varchar, acting varchar, start_on date, end_on date);
create table access_checks (
    check_id varchar, checked_at timestamp, checked_on date, channel varchar, login varchar, level varchar
);
create table logins (login varchar, person varchar);
create table attestations (clause varchar, attested_on date);
create table partner_posts (direction varchar, category varchar, posted_on date);

insert into pseudonym_secret values ('a secret of the series, for tests only');
insert into this_run values ('run-2026q3-7c1e');
insert into period values (
    date '2026-07-01', date '2026-09-30', timestamp '2026-07-01 05:00', timestamp '2026-10-01 05:00',
    timestamp '2026-10-31 04:59', date '2026-10-30', '2026-Q3', 'America/Chicago'
);
create table numbered as
    select i from range(getvariable('items')) as n(i);
create table place as
    select i, channel, platform, kind from (values
        (0, 'fb-main', 'facebook', 'platform_hosted'), (1, 'ig-main', 'instagram', 'platform_hosted'),
        (2, 'x-main', 'x', 'platform_hosted'), (3, 'blog', 'wordpress', 'self_hosted'),
        (4, 'website', 'website', 'self_hosted'), (5, 'yt-main', 'youtube', 'platform_hosted')
    ) as p(i, channel, platform, kind)
    where getvariable('items') > 0;

insert into channels select channel, platform, kind, date '2019-01-01', null, 'open' from place;
insert into coverage_day
    select s, channel, date '2026-07-01' + cast(d as int), not (
        (channel = 'blog' and d between 31 and 51) or (channel = 'x-main' and s = 'posts' and d % 31 < 8)
    )
    from place, (values ('actions'), ('posts')) as t(s), range(92) as r(d);
insert into reason_map values
    ('4.8-spam', '4.8a', date '2020-01-01', date '9999-12-31'), ('4.3', '4.3', date '2020-01-01', date '9999-12-31');
insert into actions
    select
        'a' || k.i, date '2026-07-01' + cast((k.i * 37) % 92 as int), p.channel,
        ['delete', 'delete', 'delete', 'hide', 'hide', 'hold_reject', 'block', 'restore', 'warn'][1 + k.i % 9],
        ['staff', 'staff', 'automation', 'platform'][1 + (k.i // 9) % 4],
        ['4.8-spam', '4.3', null][1 + k.i % 3], 'user.name.' || (k.i % 20)
    from (select n.i * 9 + m.j as i from numbered as n, range(9) as m(j)) as k
    inner join place as p on k.i % 6 = p.i;
create view act as
    select *, action_no as rec, source in ('staff', 'automation') as is_ecrl, true as is_effective from actions;
create view act_reason as
    select rec, acted_on, 'code' as kind, reason_code as code from act where reason_code is not null;
insert into concerns
    select
        printf('K-%04d', n.i), date '2026-07-01' + cast((n.i * 29) % 92 as int),
        case when n.i % 13 > 0 then date '2026-07-01' + cast((n.i * 29) % 92 + [0, 0, 1, 1, 2, 3, 5, 8, 25][1 + n.i % 9] as int) end,
        'email', 'user.name.' || (n.i % 20)
    from numbered as n;
insert into dmca_notices
    select
        printf('N-%03d', n.i), ['A', 'A2', 'A2', 'A3'][1 + n.i % 4], 'blog',
        date '2026-07-01' + cast((n.i * 23) % 80 as int), date '2026-07-01' + cast((n.i * 23) % 80 as int)
    from numbered as n where n.i < 9 or getvariable('items') > 100 and n.i < 40;
insert into dmca_events
    select notice_no, 'disabled', received_on + cast([0, 1, 1, 2, 2, 7][1 + (day(received_on) % 6)] as int)
    from dmca_notices where cast(notice_no[3:] as int) % 8 <> 5;
insert into dmca_counter_notices
    select notice_no, happened_on + 2 from dmca_events where cast(notice_no[3:] as int) % 4 = 0;
insert into dmca_events select notice_no, 'restored', received_by_agent_on + 14 from dmca_counter_notices;
insert into block_lists
    select 'fb-main', timestamp '2026-09-20 15:00', 'user.name.' || i from numbered where i < 7;
insert into block_reviews select 'user.name.1', 'fb-main', date '2026-08-04' from numbered where i = 0;
insert into appeals
    select 'ap' || i, date '2026-08-02' + cast(i as int), case when i = 1 then timestamp '2026-08-12 15:00' end
    from numbered where i < 2;
insert into people select 'person-' || i from numbered where i < 12;
insert into posts select 'public', 'user.name.' || i from numbered where i < 20;
insert into logins select 'login-' || i, 'person-' || i from numbered where i < 9;
insert into roles
    select * from (values
        ('person-0', 'executive_director', 'no', date '2020-01-01', null),
        ('person-1', 'assistant_director', 'no', date '2020-01-01', null),
        ('person-2', 'resource_librarian', 'no', date '2020-01-01', date '2026-08-14'),
        ('person-9', 'resource_librarian', 'yes', date '2026-08-17', null),
        ('person-3', 'programming_librarian', 'no', date '2020-01-01', null)
    ) where getvariable('items') > 0;
insert into access_checks
    select
        'chk-1', timestamp '2026-09-15 15:00', date '2026-09-15', p.channel, l.login,
        ['full', 'full', 'content', 'community', 'messages', 'partial'][1 + (p.i + cast(l.login[7:] as int)) % 6]
    from place as p, logins as l where p.i < 4 and (p.i + cast(l.login[7:] as int)) % 3 > 0;
insert into attestations
    select c, date '2026-10-05' from (values ('1.1'), ('6.1'), ('AU-15')) as t(c) where getvariable('items') > 0;
insert into partner_posts
    select
        ['by_partner', 'by_library'][1 + i % 2], ['hosted', 'partner', null][1 + i % 3],
        date '2026-07-01' + cast((i * 31) % 92 as int)
    from numbered where i < 14;

-- The facts about copyright that the figures of the case file read; no case is invented here.
alter table actions add column notice_no varchar;
alter table dmca_notices add column rec bigint;
alter table dmca_notices add column via varchar;
alter table dmca_notices add column claimant varchar;
alter table dmca_notices add column signature varchar;
alter table dmca_notices add column work_identified varchar;
alter table dmca_notices add column material_located varchar;
alter table dmca_notices add column contact varchar;
alter table dmca_notices add column good_faith varchar;
alter table dmca_notices add column accuracy_under_perjury varchar;
alter table dmca_notices add column assessed_by varchar;
alter table dmca_counter_notices add column rec bigint;
alter table dmca_counter_notices add column signature varchar;
alter table dmca_counter_notices add column material_located varchar;
alter table dmca_counter_notices add column good_faith_under_perjury varchar;
alter table dmca_counter_notices add column name_address_phone varchar;
alter table dmca_counter_notices add column consent_to_jurisdiction varchar;
alter table dmca_counter_notices add column accepts_service varchar;
create table parameter as
    select
        1 as dmca_forward_limit, 1 as dmca_assess_limit, 2 as dmca_removal_limit, 2 as dmca_prompt_limit,
        12 as repeat_infringer_window;
create table dmca_notice (
    rec bigint, notice_no varchar, venue varchar, channel varchar, work varchar, document varchar,
    received_at timestamp, received_until timestamp, received_on date, received_quality varchar,
    assessed_at timestamp, assessed_until timestamp, assessed_on date, assessed_quality varchar,
    class varchar, computed_class varchar, class_in_force varchar, override_reason varchar,
    agent_at timestamp, agent_until timestamp, agent_on date, agent_quality varchar, agent_is_known boolean,
    start_on date, retracted_at timestamp, signed_by varchar, fair_use_considered varchar
);
create table dmca_step (
    notice_no varchar, post varchar, step varchar, happened_at timestamp, happened_until timestamp,
    happened_on date, by_person varchar, states_ten_days varchar, document varchar, rec bigint, flags varchar[]
);
create table dmca_item_history (
    notice_no varchar, post varchar, is_named boolean, rec bigint, channel varchar, user_key varchar,
    disabled_on date, disabled_until timestamp, told_on date, restored_on date
);
create table dmca_counter (
    rec bigint, counter_no varchar, notice_no varchar, post varchar, venue varchar, validity varchar,
    received_at timestamp, received_until timestamp, received_on date, assessed_at timestamp,
    assessed_until timestamp, assessed_on date, withdrawn_at timestamp, withdrawn_until timestamp,
    document varchar, flags varchar[]
);
create table put_back_window (counter_no varchar, calendar varchar, first_on date, last_on date);
create table business_day (calendar varchar, day date, is_business boolean, ordinal bigint);
create table statutory_day (calendar varchar, name varchar, optional varchar, day date);
create table closed_days (day_on date, status varchar, name varchar);
create table evidence (
    rec bigint, evidence varchar, post varchar, captured_at timestamp, captured_on date, file varchar, sha256 varchar
);
create table effective_notice (
    notice_no varchar, user_key varchar, start_at timestamp, start_on date, fell_away_at timestamp
);
create table agent_designation (
    place bigint, filed_on date, kind varchar, expires_on date, agent varchar, address varchar,
    phone varchar, email varchar
);
create table agent_day (day date, filing_rec bigint, kind varchar, expires_on date);
create table if not exists ledger_difference (
    side varchar, name varchar, cause varchar, counterpart varchar, rec bigint, also_named_by bigint
);
