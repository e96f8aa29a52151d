"""What people do with the agreements: one function is one step, in the trail and to be undone."""
