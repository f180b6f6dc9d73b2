"""What is known of places in figures."""

from .declared import ProfilePage, profile_page
from .figures import Figure, Figures, current_figures, figures_of
from .profile import ProfileRow, profile_of

__all__ = [
    "Figure",
    "Figures",
    "ProfilePage",
    "ProfileRow",
    "current_figures",
    "figures_of",
    "profile_of",
    "profile_page",
]
