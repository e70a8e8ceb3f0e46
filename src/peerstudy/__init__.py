"""peerstudy: analyse interview studies that compare groups of people."""
