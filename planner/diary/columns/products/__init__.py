"""How each known product lays out its table; a product is known by its headings (`formats`)."""
