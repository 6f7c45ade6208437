"""The papers: how long they take, and pictures of them."""
