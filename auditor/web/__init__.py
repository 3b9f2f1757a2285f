"""The editors' page: a server on this machine for one user's browser. Needs the extra `web`."""
