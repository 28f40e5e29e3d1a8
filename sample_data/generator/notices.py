"""Copyright notices: the rows of the story with what every notice of this library has."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sample_data.generator.story import Row
    from sample_data.generator.world import World

_ELEMENTS = (
    "signature",
    "work_identified",
    "material_located",
    "contact",
    "good_faith",
    "accuracy_under_perjury",
)
_COUNTER_ELEMENTS = (
    "signature",
    "material_located",
    "good_faith_under_perjury",
    "name_address_phone",
    "consent_to_jurisdiction",
    "accepts_service",
)
_AGENT = "p02"


def tell_notices(world: World) -> None:
    """Add agent filings, agent pages, notices, their items, events and counter-notices."""
    agent = world.story.settings["copyright.agent"]
    for row in world.story.rows("dmca_agent"):
        world.add("dmca_agent", {**agent, **row})
    _agent_pages(world, agent)
    for row in world.story.rows("dmca_notices"):
        world.add("dmca_notices", _notice(row))
    for sheet in ("dmca_items", "dmca_events", "dmca_counter_notices"):
        for row in world.story.rows(sheet):
            told = {**_DEFAULTS[sheet](row), **row}
            if "post" in told:
                told["post"] = world.resolve(told["post"])
            world.add(sheet, told)


def _notice(row: Row) -> Row:
    return {
        **dict.fromkeys(_ELEMENTS, "yes"),
        "received_by_agent": row["received"],
        "via": "email",
        "assessed_by": _AGENT,
        "document": f"dmca/{row['notice_no']}/notice.pdf",
        **row,
    }


def _event(row: Row) -> Row:
    return {"by": _AGENT, "document": f"dmca/{row['notice_no']}/{row['event']}.pdf"}


def _counter(row: Row) -> Row:
    elements = dict.fromkeys(_COUNTER_ELEMENTS, "yes")
    return {**elements, "document": f"dmca/{row['notice_no']}/{row['counter_no']}.pdf"}


def _item(row: Row) -> Row:
    return {"url": f"https://www.lakesandpines.example/notices/{row['notice_no'].lower()}"}


_DEFAULTS = {"dmca_items": _item, "dmca_events": _event, "dmca_counter_notices": _counter}


def _agent_pages(world: World, agent: Row) -> None:
    pages = world.story.settings["copyright.agent_pages"]
    shown = {cell: agent[cell] for cell in ("agent", "address", "phone", "email")}
    for checked in pages["checked"]:
        for channel in pages["channels"]:
            row: Row = {
                "checked": checked,
                "channel": channel,
                **shown,
                "repeat_infringer_rule": "yes",
            }
            if channel == "website":
                row["test_message_sent"] = checked.replace(hour=11)
                row["test_message_answered"] = checked.replace(hour=15)
            world.add("dmca_agent_pages", row)
