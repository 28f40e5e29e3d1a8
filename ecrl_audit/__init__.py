"""Whether a library kept its social media policy: evidence in, findings and reports out."""

__version__ = "0.1.0"
