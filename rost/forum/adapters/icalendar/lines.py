"""Content lines of RFC 5545: escaped, folded at 75 octets of UTF-8, ended by CR LF."""

from __future__ import annotations

import re
from typing import Final

LONGEST: Final = 75  # octets, section 3.1

_LINE_ENDS: Final = re.compile("\r\n|[\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_CONTROLS: Final = re.compile("[\x00-\x08\x0e-\x1f\x7f\ud800-\udfff]")
_ESCAPES: Final = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})


def text(value: str) -> str:
    """A value of type TEXT (section 3.3.11); whatever a reader may take for a line end is one."""
    return _CONTROLS.sub("", _LINE_ENDS.sub("\n", value)).translate(_ESCAPES)


def uri(value: str) -> str:
    return _CONTROLS.sub("", _LINE_ENDS.sub("", value)).replace("\n", "").strip()


def folded(line: str) -> bytes:
    """The line in octets, cut between letters; what goes on begins with a space."""
    octets = line.encode()
    if len(octets) <= LONGEST:
        return octets + b"\r\n"
    pieces = []
    begin, room = 0, LONGEST
    while len(octets) - begin > room:
        end = begin + room
        while octets[end] & 0xC0 == 0x80:  # inside a letter
            end -= 1
        pieces.append(octets[begin:end])
        begin, room = end, LONGEST - 1
    pieces.append(octets[begin:])
    return b"\r\n ".join(pieces) + b"\r\n"
