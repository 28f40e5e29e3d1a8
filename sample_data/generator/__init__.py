"""The generator of the sample evidence: a story, told the same way each time."""
