"""Forms of the library: they parse, and decide nothing."""
