"""placeholder"""


def measure() -> None: ...
