"""The kinds of things: frozen types without files, network or clock."""
