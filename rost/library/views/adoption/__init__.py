"""Pages of adoptions: for everybody, for those who repeat."""

from .desk import contact, ending, growing, plan, result
from .evidence import evidence_file, evidence_new, evidence_removal
from .public import adoption, tree
from .taking_up import adopt

__all__ = [
    "adopt",
    "adoption",
    "contact",
    "ending",
    "evidence_file",
    "evidence_new",
    "evidence_removal",
    "growing",
    "plan",
    "result",
    "tree",
]
