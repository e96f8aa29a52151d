"""One dialog a file: each opens with a function and does one action."""
