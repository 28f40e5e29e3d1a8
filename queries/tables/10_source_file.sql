/*
what = "One row per file of the evidence folder (and per sheet of a workbook): what became of it. seen = loaded + quarantined + duplicate + out_of_scope."
*/
create table if not exists source_file (
    source_id bigint not null,
    file varchar not null,
    sheet varchar not null,
    format varchar not null,
    channel varchar,
    sha256 varchar not null,
    bytes bigint not null,
    status varchar not null check (status in ('loaded', 'ignored', 'refused', 'evidence copy')),
    why varchar not null,
    seen bigint not null,
    loaded bigint not null,
    quarantined bigint not null,
    duplicate bigint not null,
    out_of_scope bigint not null,
    encoding varchar not null,
    ignored_columns varchar not null,
    folder varchar not null,
    check (seen = loaded + quarantined + duplicate + out_of_scope)
)
