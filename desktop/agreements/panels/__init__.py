"""The screens of Beleid."""
