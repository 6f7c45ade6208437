"""The frame around every page: who may come in, which pages there are."""
