"""The article: from bytes to a text of which is known what is article proper and what is furniture."""
