"""Command line for the DIDWW API: numbers, trunks, orders, emergency services, CDR exports, webhooks."""

__version__ = "0.1.0"
