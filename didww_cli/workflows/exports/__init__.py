"""CDR exports: asked for once, waited for, downloaded whole."""
