"""The tab Beheer: projects that tenants take part in. So far its rules and their commands."""
