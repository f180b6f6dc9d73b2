"""The programme of an event: its shape, its checks, its differences, its stored form."""
