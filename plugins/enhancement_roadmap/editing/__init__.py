"""Changes to data files: operations on their texts, which stay as they are byte for byte but for what is changed."""
