"""How well depeche reads: gold, when a row is right, figures, and the floors that hold them."""
