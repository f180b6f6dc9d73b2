"""The register as lists name it: by code, or by name with the district's."""

from __future__ import annotations

from rost.core.language import fold
from rost.directory.models import Municipality


class Places:
    """The register by code and by name with district; read once for the whole list."""

    def __init__(self) -> None:
        self.codes: set[str] = set()
        self.names: dict[tuple[str, str], list[str]] = {}
        rows = Municipality.objects.values_list("code", "name", "official_name", "parent__name")
        for code, name, official, parent in rows:
            self.codes.add(code)
            for one in {fold(name), fold(official)} - {""}:
                for district in {fold(parent or ""), ""}:
                    self.names.setdefault((one, district), []).append(code)

    def by_name(self, name: str, district: str) -> list[str]:
        return self.names.get((fold(name), fold(district)), [])
