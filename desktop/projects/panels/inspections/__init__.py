"""Schouw: walks through the neighbourhood, on the desk and in the field."""
