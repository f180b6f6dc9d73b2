"""Pages of registration, agenda, invitations and lists."""

from .agenda import agenda, agenda_item, agenda_item_removal
from .own import cancellation, registration

__all__ = ["agenda", "agenda_item", "agenda_item_removal", "cancellation", "registration"]
