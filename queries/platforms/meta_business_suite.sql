/*
id        = "meta_business_suite"
title     = "Meta Business Suite content export (CSV)"
platform  = "facebook"
container = "csv"
versions  = ["Facebook page", "Instagram account", "columns of 2023 to 2026, in any order"]
brings    = "The page's or account's own posts with their ids, times, texts and addresses, as they stood on the day of the export."
cannot_prove = [
    "what visitors wrote: the file holds the page's own posts only, so it gives no coverage of posts unless audit.toml declares it",
    "who removed or hid a comment, when and why",
    "who was blocked, when, by whom and why",
    "which colleague wrote a post",
    "that a post was deleted: a deleted post is simply not in the file",
    "the time zone of its times: they are read in the zone that audit.toml names, else in the library's",
]
sample    = "made by the tests from the published column list; no real file at hand"

[[recognise]]
columns = ["Post ID", "Publish time", "Permalink"]

[columns]
"Post ID"          = ["Post-ID", "Beitrags-ID", "Identificador de la publicación", "Identifiant de publication"]
"Page ID"          = ["Seiten-ID", "Identificador de la página", "Identifiant de Page"]
"Account ID"       = ["Konto-ID", "Identificador de la cuenta", "Identifiant de compte"]
"Page name"        = ["Seitenname", "Nombre de la página", "Nom de la Page"]
"Account username" = ["Konto-Nutzername", "Nombre de usuario de la cuenta"]
"Title"            = ["Titel", "Título", "Titre"]
"Description"      = ["Beschreibung", "Descripción"]
"Publish time"     = ["Veröffentlichungszeit", "Hora de publicación", "Heure de publication"]
"Permalink"        = ["Dauerlink", "Enlace permanente", "Permalien"]
"Is crosspost"     = ["Ist Crosspost"]
"Is share"         = ["Wird geteilt"]
"Post type"        = ["Beitragsart", "Tipo de publicación", "Type de publication"]

[[record]]
kind   = "post"
fields = [
    "Post ID", "Page ID", "Account ID", "Page name", "Account username", "Title", "Description",
    "Publish time (slashes)", "Permalink", "Is crosspost", "Is share", "Post type",
]
*/

-- relation: post
select
    raw.rec_row,
    case
        when json_extract_string(raw.body, '$."Account ID"') is null then 'fb:' else 'ig:'
    end || nullif(json_extract_string(raw.body, '$."Post ID"'), '') as post,
    nullif(
        coalesce(
            json_extract_string(raw.body, '$."Page name"'), json_extract_string(raw.body, '$."Account username"')
        ), ''
    ) as author,
    json_extract_string(raw.body, '$."Publish time"') as posted,
    nullif(concat_ws(
        chr(10),
        nullif(json_extract_string(raw.body, '$.Title'), ''),
        nullif(json_extract_string(raw.body, '$.Description'), '')
    ), '') as content,
    nullif(json_extract_string(raw.body, '$.Permalink'), '') as permalink,
    lower(json_extract_string(raw.body, '$."Is crosspost"')) in ('1', 'true', 'yes') as is_cross_post
from raw;

-- relation: linked
select
    rec_row,
    nullif(array_to_string(
        list_transform(
            regexp_extract_all(coalesce(content, ''), 'https?://[^\s<>"'']+'),
            lambda link: replace(link, ';', '%3B')
        ), ';'
    ), '') as links
from post;

-- fills: posts
select
    post.rec_row as row,
    'current_state' as basis,
    post.post,
    this_file.channel,
    'staff' as author_kind,
    post.author,
    post.posted,
    post.content as text,
    linked.links,
    'public' as surface,
    case when post.is_cross_post then 'cross_post' end as flags
from post
inner join linked on linked.rec_row = post.rec_row
cross join this_file;

-- fills: sightings
select
    post.rec_row as row,
    'current_state' as basis,
    post.post,
    this_file.exported_at as seen,
    'visible' as state,
    right(this_file.file, 128) as export
from post
cross join this_file
where this_file.exported_at is not null;

-- fills: coverage
select
    0 as row,
    'current_state' as basis,
    'posts' as source,
    this_file.channel,
    this_file.covers_from,
    this_file.covers_to,
    this_file.exported_at as exported,
    this_file.file
from this_file
where this_file.covers_from is not null and this_file.covers_to is not null;
