"""Settings: option, then ``DIDWW_*`` variable, then profile, then default. The only reader of ``os.environ``."""
