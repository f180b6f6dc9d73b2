"""Contents as plain data and back: what is stored with a document, what a layout is given."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from typing import Any, get_args, get_origin, get_type_hints


def data_of(content: Any) -> Any:
    """Dataclasses become dictionaries and tuples become lists, all the way down."""
    if is_dataclass(content):
        return {field.name: data_of(getattr(content, field.name)) for field in fields(content)}
    if isinstance(content, (tuple, list)):
        return [data_of(item) for item in content]
    return content


def value_of(kind: Any, data: Any) -> Any:
    """The value of class `kind` that `data_of` made this data from; a ready one stays as it is."""
    if isinstance(kind, type) and is_dataclass(kind):
        if isinstance(data, kind):
            return data
        hints = get_type_hints(kind)
        known = {name: value_of(hint, data[name]) for name, hint in hints.items() if name in data}
        return kind(**known)
    if get_origin(kind) is tuple:
        parts = get_args(kind)
        each = parts[:1] * len(data) if parts[-1] is Ellipsis else parts
        return tuple(value_of(part, item) for part, item in zip(each, data, strict=True))
    return data
