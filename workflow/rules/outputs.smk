"""Outputs: what people read.

Needs   every table
Makes   figures, notebooks, report.html, manifest
"""
