"""Structured logs: one JSON object a line, without names, addresses or what people typed."""

from __future__ import annotations

import json
import logging
import re
import time
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

logger = logging.getLogger("rost.access")
# Sign-in links, check codes, codes of badges, secrets of calendars; with a slash behind or without.
SECRET = re.compile(r"/(key|check|issued|b|calendar)/[^/\s]+")
FIELDS = ("method", "path", "status", "ms", "person", "event")


class JsonFormatter(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        line: dict[str, object] = {
            "at": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(record.created)),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": without_secrets(record.getMessage()),
        }
        line |= {name: getattr(record, name) for name in FIELDS if hasattr(record, name)}
        if record.exc_info:
            line["trace"] = self.formatException(record.exc_info)
        return json.dumps(line, ensure_ascii=False)


def without_secrets(text: str) -> str:
    """
    >>> without_secrets("/ba/documents/check/7AKE-M2PX-59TH-C3YA")
    '/ba/documents/check/…'
    """
    return SECRET.sub(r"/\1/…", text)


def access_log(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """One line a request that Django answers; paths without their query, which may hold names."""

    def middleware(request: HttpRequest) -> HttpResponse:
        began = time.perf_counter()
        response = get_response(request)
        if logger.isEnabledFor(logging.DEBUG) or response.status_code >= 500:
            logger.log(
                logging.ERROR if response.status_code >= 500 else logging.DEBUG,
                "request",
                extra={
                    "method": request.method,
                    "path": without_secrets(request.path),
                    "status": response.status_code,
                    "ms": round((time.perf_counter() - began) * 1000, 1),
                },
            )
        return response

    return middleware
