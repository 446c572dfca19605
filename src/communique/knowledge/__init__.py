"""What is known before anything is read: tables that a person can edit, and lookups over them."""
