"""From records to text: tables, JSON, CSV, messages and progress."""
