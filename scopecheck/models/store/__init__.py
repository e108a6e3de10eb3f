"""Variables: scopes, the store, requests, initial values, partitions."""
