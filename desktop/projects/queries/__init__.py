"""What screens and papers show of projects: read-only, never entities."""
