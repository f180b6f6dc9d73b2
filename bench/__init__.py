"""Benchmarks anyone can run: `make bench` prints every figure and how it was obtained."""
