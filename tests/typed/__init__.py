"""Every text that a person types or a file holds, each filled with what a reader may take apart."""
