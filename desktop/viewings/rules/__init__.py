"""The rules of viewings as pure functions over plain values (R1–R15, C1–C6)."""
