"""What the page is made of: its items with their anchors, and its fonts."""
