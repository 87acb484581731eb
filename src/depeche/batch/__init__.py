"""Many articles, on one core or on a cluster: the same function for each, the same tables of all."""
