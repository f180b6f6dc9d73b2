"""Health page: what runs, and whether its database answers and is up to date."""

from __future__ import annotations

from django.conf import settings
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe


@require_safe
@never_cache
def health(request: HttpRequest) -> JsonResponse:
    """200 when everything is well, 503 otherwise; for people and for monitoring alike."""
    state = database_state()
    return JsonResponse(
        {"version": settings.VERSION, "database": connection.vendor, "state": state},
        status=200 if state == "ok" else 503,
    )


def database_state() -> str:
    """`ok`, `migrations pending` or `unreachable`."""
    try:
        executor = MigrationExecutor(connection)
        pending = executor.migration_plan(executor.loader.graph.leaf_nodes())
    except DatabaseError:
        return "unreachable"
    return "migrations pending" if pending else "ok"
