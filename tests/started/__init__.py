"""A site that is really started, with its worker, for what one process cannot show: threads, kills, load."""
