"""Machine coders: what they see of a segment, how they learn, and how they are judged."""
