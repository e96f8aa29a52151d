"""The screens of Beheer."""
