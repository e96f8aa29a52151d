"""Signing: what must be in order, the text that is signed, and who signed it."""
