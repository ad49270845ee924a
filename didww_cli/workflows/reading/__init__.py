"""Names, filters, times and waiting: what is looked up before anything else."""
