"""From stored results to finished documents: words, charts, HTML and PDF."""
