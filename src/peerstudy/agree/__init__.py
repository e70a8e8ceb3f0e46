"""How far coders agree: coefficients, their intervals, and where they read differently."""
