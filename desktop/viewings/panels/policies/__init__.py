"""Werkwijzen: what residents do in each complex, published by version."""
