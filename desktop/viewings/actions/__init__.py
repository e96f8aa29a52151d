"""What a user can do in Buren: one function, one transaction, one entry in the trail."""
