"""Pages that join rooms."""

from .home import home, my_page

__all__ = ["home", "my_page"]
