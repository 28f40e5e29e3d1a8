"""One module for each part of a document: stored results in, what its template prints out."""
