"""Names of channels, as a list of posts shows them."""

from __future__ import annotations

from django.utils.translation import pgettext_lazy

CHANNEL_NAMES = {
    "telegram": pgettext_lazy("channel", "Telegram"),
    "telegram_picture": pgettext_lazy("channel", "Telegram, under a picture"),
    "vk": pgettext_lazy("channel", "VK"),
    "max": pgettext_lazy("channel", "MAX"),
}
