"""What the screens and papers of Buren show: read-only, frozen values, never entities."""
