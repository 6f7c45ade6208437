"""What stands about or is held: chairs, walls, bands, balls; and the surfaces that carry."""
