"""The pages in a browser and over their websocket."""
