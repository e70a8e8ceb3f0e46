"""Groups of people compared: who speaks of what, how, how much, and how firmly that stands."""
