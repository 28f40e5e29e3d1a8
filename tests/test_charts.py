"""The charts as geometry: nothing outside the sheet, no label on another, sums that hold."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ecrl_audit.documents.charts.bars import Column, Series, scale_step, stacked_bars
from ecrl_audit.documents.charts.matrix import Cell, MatrixRow, matrix
from ecrl_audit.documents.charts.strips import (
    CLOSED,
    EXCEPTION,
    FULL,
    NONE,
    NOTHING,
    PART,
    TESTED,
    Band,
    cover_art,
    coverage_strip,
    result_strip,
)
from ecrl_audit.documents.charts.timeline import Case, case_timeline
from ecrl_audit.documents.drawing import Combined, Drawing, Polygon, Rectangle, Text
from ecrl_audit.documents.html import render_html
from ecrl_audit.documents.sections.axis import time_axis

SERIES = tuple(Series(name, f"#00000{i}", f"#00000{i}") for i, name in enumerate("abcde"))
STATES = st.sampled_from([EXCEPTION, TESTED, NOTHING])
DAYS = st.sampled_from([FULL, PART, NONE, CLOSED])
SLACK = 0.51


def assert_inside(drawing: Drawing) -> None:
    """Nothing reaches over the edge of the sheet, or it would be cut off."""
    for shape in drawing.shapes:
        left, top, right, bottom = shape.bounds()
        assert left >= -SLACK, shape
        assert top >= -SLACK, shape
        assert right <= drawing.width + SLACK, shape
        assert bottom <= drawing.height + SLACK, shape


def assert_no_text_on_text(drawing: Drawing) -> None:
    """No two labels share a place; letters are taken at their true average width."""
    texts = [shape for shape in drawing.shapes if isinstance(shape, Text) and shape.text]
    for one, other in combinations(texts, 2):
        a, b = one.bounds(), other.bounds()
        apart = a[2] <= b[0] + 1 or b[2] <= a[0] + 1 or a[3] <= b[1] + 1 or b[3] <= a[1] + 1
        assert apart, (one, other)


def columns(numbers: list[list[int]]) -> list[Column]:
    """Return one column for each list, labelled as the weeks of a report are."""
    return [Column(f"Sep {i + 10}", tuple(parts)) for i, parts in enumerate(numbers)]


NUMBERS = st.lists(st.lists(st.integers(0, 5000), min_size=5, max_size=5), max_size=20)


@given(NUMBERS)
@settings(max_examples=60)
def test_bars_stay_inside_and_their_labels_apart(numbers: list[list[int]]) -> None:
    drawing = stacked_bars(columns(numbers), SERIES)
    assert_inside(drawing)
    names = [s for s in drawing.shapes if isinstance(s, Text) and s.text in "abcde"]
    assert_no_text_on_text(Drawing(drawing.width, drawing.height, tuple(names)))


@given(st.lists(st.integers(1000, 5000), min_size=5, max_size=5))
def test_the_parts_of_a_bar_add_up_to_its_height(parts: list[int]) -> None:
    drawing = stacked_bars(columns([parts, [0, 0, 0, 0, 5000]]), SERIES)
    boxes = [shape for shape in drawing.shapes if isinstance(shape, Rectangle)]
    first = [box for box in boxes if box.x == boxes[0].x]
    unit = (boxes[-1].height + 0.5) / 5000
    assert sum(box.height + 0.5 for box in first) == pytest.approx(sum(parts) * unit, rel=1e-6)


def test_every_bar_says_its_total() -> None:
    texts = [s.text for s in stacked_bars(columns([[1, 2, 3, 4, 0]]), SERIES).shapes
             if isinstance(s, Text)]  # fmt: skip
    assert "10" in texts


def test_a_chart_of_nothing_is_an_empty_axis() -> None:
    assert_inside(stacked_bars([], SERIES))


@pytest.mark.parametrize(
    ("highest", "step"), [(1, 1), (5, 1), (6, 2), (17, 5), (26, 10), (100, 20), (4411, 1000)]
)
def test_the_axis_has_round_steps(highest: int, step: int) -> None:
    assert scale_step(highest) == step


@given(st.lists(STATES, min_size=1, max_size=36))
def test_a_strip_has_a_cell_for_each_span_and_a_shape_for_each_state(states: list[str]) -> None:
    drawing = result_strip(states, 106)
    assert_inside(drawing)
    groups = [shape for shape in drawing.shapes if isinstance(shape, Combined)]
    assert len(groups) == len(drawing.shapes) == len({(g.shapes[0].kind, g.look) for g in groups})
    shapes = [shape for group in groups for shape in group.shapes]
    boxes = [shape for shape in shapes if isinstance(shape, Rectangle)]
    marks = [shape for shape in shapes if isinstance(shape, Polygon)]
    assert len(boxes) == len(states)
    assert len(marks) == states.count(EXCEPTION)
    assert sum(1 for box in boxes if box.dash) == states.count(NOTHING)


@given(st.integers(1, 12), st.integers(1, 36), st.data())
@settings(max_examples=40)
def test_the_cover_holds_every_family_and_span(rows: int, spans: int, data: st.DataObject) -> None:
    bands = [
        Band("RM", tuple(data.draw(st.lists(STATES, min_size=spans, max_size=spans))))
        for _ in range(rows)
    ]
    drawing = cover_art(bands, [f"Sep {i + 10}" for i in range(spans)])
    boxes = [shape for shape in drawing.shapes if isinstance(shape, Rectangle)]
    assert len(boxes) == rows * spans
    assert all(box.bounds()[2] <= drawing.width + SLACK for box in boxes)
    assert_no_text_on_text(drawing)


@given(st.lists(DAYS, min_size=1, max_size=366))
def test_coverage_draws_every_day_once_and_blank_days_not(days: list[str]) -> None:
    drawing = coverage_strip([Band("a channel", tuple(days))], [(0, "Jul 1")])
    assert_inside(drawing)
    pitch = (drawing.width - 128) / len(days)
    boxes = [shape for shape in drawing.shapes if isinstance(shape, Rectangle)]
    gap = min(1.0, pitch * 0.2)
    drawn = sum((box.width + gap) / pitch for box in boxes)
    assert drawn == pytest.approx(len(days) - days.count(CLOSED))


def test_coverage_tells_its_states_by_height_and_not_by_colour_alone() -> None:
    drawing = coverage_strip([Band("c", (FULL, PART, NONE))], [])
    boxes = [shape for shape in drawing.shapes if isinstance(shape, Rectangle)]
    assert boxes[0].height > boxes[1].height > boxes[2].height


OUTCOMES = st.sampled_from(["pass", "exception", "observation", "not_evidenced"])
CELLS = st.one_of(st.none(), st.builds(Cell, OUTCOMES, st.sampled_from(["full", "Sep 12", ""])))


@given(st.integers(1, 14), st.integers(1, 24), st.data())
@settings(max_examples=40)
def test_a_matrix_stays_inside_and_its_words_apart(
    width: int, height: int, data: st.DataObject
) -> None:
    names = [f"a rather long channel name {i}" for i in range(width)]
    rows = [
        MatrixRow("Staff-ABC", tuple(data.draw(st.lists(CELLS, min_size=width, max_size=width))))
        for _ in range(height)
    ]
    drawing = matrix(rows, names)
    assert_inside(drawing)
    assert_no_text_on_text(drawing)


def test_every_outcome_has_its_own_shape() -> None:
    outcomes = ("pass", "exception", "observation", "needs_review")
    drawing = matrix([MatrixRow("r", tuple(Cell(one) for one in outcomes))], outcomes)
    marks = [s for s in drawing.shapes if not isinstance(s, Text) and s.kind != "line"]
    forms = {(m.kind, len(m.points) if isinstance(m, Polygon) else 0, bool(getattr(m, "dash", "")))
             for m in marks}  # fmt: skip
    assert len(forms) == len(outcomes)


DAY = st.one_of(st.none(), st.integers(0, 300))
CASES = st.builds(
    Case,
    number=st.just("N-2026-014"),
    received=st.just("Sep 21"),
    venue=st.sampled_from(["A", "A2", "A3"]),
    removed=DAY,
    countered=DAY,
    restored=DAY,
    open_days=st.integers(0, 300),
    late=st.booleans(),
    remark=st.sampled_from(["", "removed on day 120", "put back outside the window"]),
)


@given(st.lists(CASES, max_size=25))
@settings(max_examples=60)
def test_a_timeline_stays_inside_and_its_labels_apart(cases: list[Case]) -> None:
    drawing = case_timeline(cases)
    assert_inside(drawing)
    assert_no_text_on_text(drawing)


def test_a_late_removal_is_a_triangle_and_one_in_time_a_square() -> None:
    in_time = Case("N-1", "Jul 1", "A", 1, None, None, 30, late=False, remark="")
    late = Case("N-2", "Jul 1", "A", 9, None, None, 30, late=True, remark="removed on day 9")
    triangles = [len([s for s in case_timeline([case]).shapes if isinstance(s, Polygon)])
                 for case in (in_time, late)]  # fmt: skip
    assert triangles == [0, 1]


@pytest.mark.parametrize(
    ("number", "shown"),
    [("DM-2026-000014", "DM-2026-000014"), ("gh:2019-01-02-Webkul-2", "…1-02-Webkul-2")],
)
def test_of_a_long_number_a_timeline_shows_the_end(number: str, shown: str) -> None:
    drawing = case_timeline([Case(number, "Jul 1", "A", 1, None, None, 9, late=False, remark="")])
    assert shown in [shape.text for shape in drawing.shapes if isinstance(shape, Text)]


@given(st.dates(date(2020, 1, 1), date(2030, 1, 1)), st.integers(0, 1500))
def test_every_day_of_a_period_has_one_column(first: date, length: int) -> None:
    last = first + timedelta(days=length)
    axis = time_axis(first, last)
    assert axis.starts[0] == first
    assert axis.starts[-1] <= last
    assert list(axis.starts) == sorted(set(axis.starts))
    assert len(axis.labels) == len(axis.names) == len(axis.starts)
    for day in (first, last, first + timedelta(days=length // 2)):
        column = axis.index_of(day)
        assert axis.starts[column] <= day
        assert column + 1 == len(axis.starts) or day < axis.starts[column + 1]


def test_a_drawing_is_markup_with_its_text_alternative_and_escaped() -> None:
    drawing = Drawing(10, 10, (Text(0, 9, "<b>&", "#000000"),))
    svg = render_html("charts/alone.svg.j2", {"drawing": drawing, "alternative": "a < b"})
    assert "<title>a &lt; b</title>" in svg
    assert "&lt;b&gt;&amp;" in svg
