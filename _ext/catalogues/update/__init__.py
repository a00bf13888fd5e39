"""Bring catalogues to what their pages say now, losing nothing that a translator wrote."""
