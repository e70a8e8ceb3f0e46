"""What a run was made from, and studies before they run: plan, provenance, hashes, checks, new studies."""
