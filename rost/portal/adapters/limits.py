"""How often one network address may make the server search; counted in this process's memory.

A search is no secret to be guessed: the limit only keeps one address from taking the whole
processor, so it need not survive a restart nor cost the database a write. A hall of delegates and
a mobile operator stand behind one address, hence its breadth.
"""

from __future__ import annotations

import threading
import time
from collections import OrderedDict

from allauth.account.adapter import get_adapter
from django.http import HttpRequest

ADDRESSES = 5_000  # remembered at once; the oldest are forgotten
# action: (how many at once, how many more each second)
ALLOWANCES = {"search": (90.0, 2.0), "suggestions": (240.0, 8.0)}

_lock = threading.Lock()
_left: OrderedDict[tuple[str, str], tuple[float, float]] = OrderedDict()


def within_limit(request: HttpRequest, action: str) -> bool:
    """Count one and tell whether it is still allowed."""
    most, each_second = ALLOWANCES[action]
    key, now = (action, str(get_adapter().get_client_ip(request))), time.monotonic()
    with _lock:
        left, since = _left.pop(key, (most, now))
        left = min(most, left + (now - since) * each_second)
        _left[key] = (max(left - 1, 0), now)
        while len(_left) > ADDRESSES:
            _left.popitem(last=False)
    return left >= 1


def forget_all() -> None:
    with _lock:
        _left.clear()
