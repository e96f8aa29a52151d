"""Meetings: their papers, agenda, who was there, and what was decided."""
