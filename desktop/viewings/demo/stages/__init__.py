"""The stages of a letting, each through the actions that a user takes."""
