"""How static files are kept: named by their content, compressed, our own modules included."""

from __future__ import annotations

from typing import Any

from whitenoise.storage import CompressedManifestStaticFilesStorage

MODULES = "forum/door/*.js"


class Storage(CompressedManifestStaticFilesStorage):  # type: ignore[misc]  # it has no types
    """A module of ours asks for another by the name of its content; other packages' are left."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        _every_script, imports = self._js_module_import_aggregation_patterns
        self.patterns: tuple[Any, ...] = (*super().patterns, (MODULES, imports))
        super().__init__(*args, **kwargs)
