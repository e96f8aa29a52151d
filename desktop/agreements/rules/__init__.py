"""The rules of agreements as pure functions over plain values (W1–W20, B1–B9, H1–H22)."""
