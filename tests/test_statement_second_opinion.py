"""The posted statement recognised a second time, by plain Python that reads it word by word.

Thousands of spellings of the mandatory text are generated: some that the catalogue calls equal
(marks, spaces, a scheme, a full stop, text around it), some that it does not (a word, a letter's
case, a cut, another address), and mixtures. Every capture is a world of its own.
"""

from __future__ import annotations

import random
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, replace

import pytest

from ecrl_audit import statements
from ecrl_audit.judge import judge
from tests import cases

BODY = (
    "Due to ECRL's social media policies, users who continuously post content that disregards said"
    " policies will be blocked. ECRL policies can be found at:"
)
ADDRESS = "www.ecrlib.org/about/policies-and-procedures"
SHORTENERS = ("bit.ly/", "t.co/", "tinyurl.com/")
QUOTES = dict.fromkeys("\u2018\u2019", "'") | dict.fromkeys("\u201c\u201d\u201e", '"')
DASHES = dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-")
INVISIBLE = set("\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u00ad")
ACCEPTED = ("pinned_post", "about", "bio", "highlight", "page", "footer")


def normal(text: str) -> str:
    """Return a text as CS-14 compares it, case kept."""
    plain = (QUOTES | DASHES).items()
    letters = [c for c in unicodedata.normalize("NFC", text) if c not in INVISIBLE]
    return " ".join("".join(dict(plain).get(c, c) for c in letters).split())


def bare(address: str) -> str:
    """Return an address without scheme, closing marks of the sentence and one closing slash."""
    for scheme in ("https://", "http://"):
        address = address.removeprefix(scheme)
    return address.rstrip(".,;:!)'\"").removesuffix("/")


@dataclass(frozen=True, slots=True)
class Capture:
    """One place where the statement was looked for, as the sheet has it."""

    text: str
    location: str = "about"
    expanded: str = ""
    shown_as: str = ""
    public: str = ""

    def shows(self) -> bool:
        """Say whether the place shows the public the whole statement, word for word."""
        accepted = ACCEPTED + ("image",) * (self.shown_as in {"image_with_alt", "text"})
        is_open = self.public != "no" and self.shown_as != "image_without_alt"
        if self.location not in accepted or not is_open:
            return False
        text = normal(self.text)
        return any(
            self.leads_there(text[start + len(BODY) :])
            for start in range(len(text))
            if text.startswith(BODY + " ", start)
        )

    def leads_there(self, rest: str) -> bool:
        """Say whether what follows the text is the policy's address, or a short form of it."""
        found = bare(rest.split(maxsplit=1)[0]) if rest.strip() else ""
        is_short = found.startswith(SHORTENERS) and bare(self.expanded) == ADDRESS
        return found == ADDRESS or is_short


Change = Callable[[str, random.Random], str]


def at_a_space(put: Callable[[str], str]) -> Change:
    """Return a change of one space of the text, drawn by chance."""

    def change(text: str, dice: random.Random) -> str:
        place = dice.choice([n for n, c in enumerate(text) if c == " "] or [0])
        return text[:place] + put(text[place]) + text[place + 1 :]

    return change


def at_any_place(text: str, dice: random.Random, put: Callable[[str], str]) -> str:
    """Change one letter of the text, drawn by chance."""
    place = dice.choice([n for n, c in enumerate(text) if c.isalpha()] or [0])
    return text[:place] + put(text[place]) + text[place + 1 :]


HARMLESS: tuple[Change, ...] = (
    lambda t, _: t.replace("'", "\u2019"),
    lambda t, _: t.replace("'", "\u2018"),
    lambda t, _: f"\u201c{t}\u201d",
    lambda t, _: f'"{t}"',
    lambda t, _: t.replace(f" {ADDRESS}", f" https://{ADDRESS}"),
    lambda t, _: t.replace(f" {ADDRESS}", f" http://{ADDRESS}"),
    lambda t, _: t.removesuffix("."),
    lambda t, _: t + ".",
    lambda t, _: t.replace(ADDRESS, ADDRESS + "/"),
    lambda t, _: t.replace(ADDRESS + ".", ADDRESS + "/"),
    lambda t, d: d.choice(("Welcome! ", "Hours 9-5.\n", "Our rules:\n\n")) + t,
    lambda t, d: t + d.choice((" Thank you.", "\nSee you soon!", " (posted 2021)")),
    at_a_space(lambda c: c + " "),
    at_a_space(lambda _: "\u00a0"),
    at_a_space(lambda _: "\r\n"),
    at_a_space(lambda _: "\t"),
    at_a_space(lambda c: c + "\u2009"),
    lambda t, d: at_any_place(t, d, lambda c: c + d.choice(sorted(INVISIBLE))),
    lambda t, d: t.replace("-", d.choice(sorted(DASHES))),
    lambda t, _: f"  {t}\n",
)
HARMFUL: tuple[Change, ...] = (
    lambda t, _: t.upper(),
    lambda t, _: t.lower(),
    lambda t, d: t[: d.randrange(4, 180)],
    lambda t, d: t[d.randrange(3, 180) :],
    lambda t, _: t.replace("www.", ""),
    lambda t, _: t.replace(ADDRESS, "www.ecrlib.org/policies"),
    lambda t, _: t.replace(ADDRESS, ADDRESS + "-old"),
    lambda t, _: t.replace(ADDRESS, ADDRESS + "/archive"),
    lambda t, _: t.replace(ADDRESS, ADDRESS + ".html"),
    lambda t, _: t.replace(ADDRESS, ADDRESS + "?from=2020"),
    lambda t, _: t.replace("continuously", "repeatedly"),
    lambda t, _: t.replace("will be", "may be"),
    lambda t, _: t.replace(" said", ""),
    lambda t, _: t.replace("users who", "users who still"),
    lambda t, _: t.replace("policies,", "policies"),
    lambda t, _: t.replace("media policies", "mediapolicies"),
    lambda t, d: at_any_place(t, d, lambda c: c + "\u0301"),
    lambda t, d: at_any_place(t, d, lambda c: c.swapcase()),
    lambda t, d: at_any_place(t, d, lambda _: "q"),
    lambda t, _: t.replace("ECRL", "\uff25CRL"),
    lambda _t, _d: f"See our Social Media Policy: {ADDRESS}",
    lambda _t, _d: ADDRESS,
    lambda _t, _d: "Follow us!",
)


def capture(dice: random.Random) -> Capture:
    """Make one capture: up to four harmless changes, a harmful one in some of them."""
    changes = dice.sample(HARMLESS, dice.randint(0, 4))
    if dice.random() < 0.4:
        changes.append(dice.choice(HARMFUL))
    if dice.random() < 0.5:
        dice.shuffle(changes)
    text = f"{BODY} {ADDRESS}."
    for change in changes:
        text = change(text, dice)
    choose = dice.choice
    location = choose(ACCEPTED) if dice.random() < 0.9 else choose(("story", "image"))
    shown = choose(("", "", "", "text", "image_with_alt", "image_without_alt"))
    made = Capture(text, location, shown_as=shown, public=choose(("", "", "yes", "yes", "no")))
    return led_on(made, dice) if dice.random() < 0.2 else made


def led_on(made: Capture, dice: random.Random) -> Capture:
    """Print another link, on the site or on another, that is known to lead somewhere."""
    link = dice.choice((*(host + "q7x" for host in SHORTENERS), ADDRESS[4:], "www.ecrlib.org/x"))
    led = dice.choice((f"https://{ADDRESS}", f"{ADDRESS}/", "https://example.org/", ""))
    return replace(made, text=made.text.replace(ADDRESS, link), expanded=led)


def place_with_two(dice: random.Random) -> Capture:
    """Make a place that holds two attempts at the statement, one after the other."""
    first, second = capture(dice), capture(dice)
    return replace(second, text=f"{first.text}\n{second.text}")


def _row(number: int, place: Capture) -> dict[str, str]:
    return {
        "check": f"c{number}",
        "checked": "2026-08-01T15:00:00Z",
        "channel": "fb",
        "location": place.location,
        "text": place.text,
        "expanded_url": place.expanded,
        "shown_as": place.shown_as,
        "public": place.public,
    }


def outcomes_of_sql(checks: list[list[Capture]]) -> list[str]:
    """Return the outcome of NT-01 for each check, which may hold several captures."""
    control = next(c for c in statements.controls() if c.id == "NT-01")
    rows = [_row(number, place) for number, places in enumerate(checks) for place in places]
    channel = {"channel": "fb", "platform": "facebook", "kind": "platform_hosted"}
    tables = {"statement_checks": rows, "channels": [{**channel, "opened": "2019-01-01"}]}
    connection = cases.base()
    connection.execute("begin")
    try:
        cases.build_world(connection, cases.Case("generated", tables), [control.sql])
        judged = judge(connection, control)
    finally:
        connection.execute("rollback")
    assert not judged.error, judged.error
    found = {str(row[0]): str(row[1]) for row in judged.rows}
    return [found[f"c{number}/fb"] for number in range(len(checks))]


MAKERS = (capture, capture, capture, place_with_two)
SEEDS = [pytest.param(n, id=f"seed-{n}", marks=() if n < 1 else pytest.mark.slow) for n in range(8)]


@pytest.mark.parametrize("seed", SEEDS)
def test_both_judges_recognise_the_same_statements(seed: int) -> None:
    dice = random.Random(seed)
    checks = [
        list(
            {
                place.location: place for place in (dice.choice(MAKERS)(dice) for _ in range(n))
            }.values()
        )
        for n in dice.choices((1, 1, 1, 2), k=800)
    ]
    wanted = [
        "pass" if any(place.shows() for place in places) else "exception" for places in checks
    ]
    found = outcomes_of_sql(checks)
    assert [x for x in zip(checks, wanted, found, strict=True) if x[1] != x[2]][:3] == []
    assert all(wanted.count(outcome) > 200 for outcome in ("pass", "exception"))
