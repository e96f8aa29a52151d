"""The drawings of tenants for the homes of a project."""
