"""The screens of Buren: they show what queries return and call actions."""
