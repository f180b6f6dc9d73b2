"""Pages that join rooms."""

from .about import about, bashkir
from .home import home, my_page
from .practices import project_practice
from .territory import territory

__all__ = ["about", "bashkir", "home", "my_page", "project_practice", "territory"]
