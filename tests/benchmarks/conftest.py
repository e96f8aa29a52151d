"""Benchmarks run apart from the tests: `uv run pytest -o addopts="" -s tests/benchmarks`."""
