"""What people marked, in any tool: codebook, passages, sheets, samples, and the way back."""
