"""What tests of several folders share: plain functions that make what a test starts from."""
