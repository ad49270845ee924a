"""The tools beside the nouns: api, schema, config, emulator, completion."""
