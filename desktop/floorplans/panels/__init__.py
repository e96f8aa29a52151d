"""The screens of Plattegronden: they show what queries return and call actions."""
