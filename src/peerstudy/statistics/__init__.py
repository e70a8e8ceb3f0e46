"""Methods that take arrays and give numbers: they know no table."""
