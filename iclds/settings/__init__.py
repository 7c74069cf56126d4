"""Settings by place: development, production, test. What differs by place comes from the environment."""
