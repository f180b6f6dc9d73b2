"""Pages that join rooms."""

from .about import about, bashkir
from .home import home, my_page

__all__ = ["about", "bashkir", "home", "my_page"]
