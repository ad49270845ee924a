"""What ``didww`` alone shows."""

from __future__ import annotations

START = """\
Usage: didww NOUN VERB [REF] [OPTIONS]

Run a DIDWW account: numbers, trunks, orders, emergency services, CDR exports,
webhooks.

  didww dids list                          the numbers that you own
  didww dids update NUMBER --dry-run …     change one: what differs is sent
  didww route NUMBER                       where its calls go
  didww trunks list                        trunks, in and out
  didww numbers search --country US        numbers on sale, with prices
  didww numbers buy --help                 buy some, and set them up
  didww exports create --help              call records as a file
  didww balance                            money
  didww sms trunks list                    messages
  didww journal list                       writes; 'undo N' takes one back
  didww webhook verify CAPTURE             is this callback genuine?
  didww config init                        set up a profile with its key

Without an account: didww --profile demo dids list
Everything: didww --help     One command: didww help dids update
Topics: didww help filters, formats, exit-codes, environment, files, routing"""
"""What ``didww`` shows by itself: it fits a terminal of 80 columns and 24 lines."""
