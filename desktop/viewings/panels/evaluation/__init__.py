"""The screen of the evaluation."""
