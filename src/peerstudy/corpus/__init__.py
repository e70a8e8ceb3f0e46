"""What people said: files read, turns and segments, who speaks, what may identify them."""
