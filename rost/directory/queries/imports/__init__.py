"""Reading the lists that people send: rows to write, faults to show; nothing is written here."""

from .classifier import read_classifier
from .model import ImportFault, Reading, fault
from .populations import read_populations

__all__ = ["ImportFault", "Reading", "fault", "read_classifier", "read_populations"]
