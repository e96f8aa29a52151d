"""What people can do in Beheer: one function, one transaction, one entry in the trail."""
