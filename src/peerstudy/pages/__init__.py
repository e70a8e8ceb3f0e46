"""What people read: report, reading room, notebooks, figures, tables and documents."""
