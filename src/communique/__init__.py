"""communique reads articles about diplomacy and builds a sourced record."""
