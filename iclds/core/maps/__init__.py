"""Maps as plain figures: geometry of the world, projections, paths, arcs and distances. Pure, and without Django."""
