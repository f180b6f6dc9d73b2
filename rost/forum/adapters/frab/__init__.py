"""Programmes in the schedule formats of the frab family: strict in what it writes, liberal in
what it reads."""

from .json_writer import write_hub, write_json
from .reader import read
from .remarks import Imported, Reason, Refused, Remark, Repair
from .xml_writer import write_xml

__all__ = [
    "Imported",
    "Reason",
    "Refused",
    "Remark",
    "Repair",
    "read",
    "write_hub",
    "write_json",
    "write_xml",
]
