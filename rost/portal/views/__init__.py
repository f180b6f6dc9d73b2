"""Pages that join rooms."""

from .home import about, bashkir, home, my_page

__all__ = ["about", "bashkir", "home", "my_page"]
