"""The evidence folder of an invented library, and the generator that writes it."""
