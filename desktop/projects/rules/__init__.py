"""The rules of projects: when tasks can be done, who agreed, and what residents pay for."""
