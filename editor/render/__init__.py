"""A post in its site, as a page: the memoised pipeline behind the live preview and `galley render`."""
