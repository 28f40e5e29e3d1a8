r"""Compressed streams that happen to end with a carriage return.

The writer puts a line feed between a stream and `endstream`. A stream whose last byte is
13 then seems to end with the pair \r\n, and a reader that trusts line ends more than the
stated length finds it one byte short. The last bytes are a checksum of the content, so a
drawing gets one more line feed, which draws nothing; a font or an attached file, which
must stay as it is, is written unpacked.
"""

from __future__ import annotations

from typing import Any

_BEFORE, _AFTER = b"\nstream\n", b"\nendstream"
_TRAILING = b"\r" + _AFTER
_KEPT_AS_IT_IS = frozenset({"/EmbeddedFile", "/Image", "/CIDFontType0C", "/OpenType"})


def has_trailing_return(content: bytes) -> bool:
    """Say whether some stream of a written PDF ends with a carriage return."""
    return _TRAILING in content


def avoid_trailing_returns(pdf: Any, attempt: int) -> None:  # noqa: ANN401 - the writer's own
    """Pack every stream and give those concerned another end.

    The writer would pack each one twice again; packed here, they are only copied.

    The index of objects is packed only while the file is written; a number in the catalog
    that differs with `attempt` gives that one another end.
    """
    import pydyf

    for one in pdf.objects:
        if isinstance(one, pydyf.Stream) and one.compress:
            _pack(one)
    if attempt:
        pdf.catalog["ECRL_Attempt"] = attempt


def _pack(one: Any) -> None:  # noqa: ANN401 - the writer's own
    written = one.data
    if written.endswith(_TRAILING):
        if not _may_grow(one.extra):
            one.compress = False
            return
        one.stream = [*one.stream, b""]
        written = one.data
    one.stream = [written.partition(_BEFORE)[2].removesuffix(_AFTER)]
    one.extra["Filter"] = "/FlateDecode"
    one.compress = False


def _may_grow(extra: dict[str, Any]) -> bool:
    """Say whether a stream is a drawing or a map, where white space means nothing."""
    kinds = {str(extra.get("Type")), str(extra.get("Subtype"))}
    return "Length1" not in extra and not kinds & _KEPT_AS_IT_IS
