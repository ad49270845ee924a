"""What the tool does beyond CRUD: functions over a client and data, no printing."""
