"""From stored readings to the record, step by step: copies, chains of origin, encounters, claims.

Each step takes its work from the store's list of what is still to be done, writes what it finds and notes what that
changes further on, all in one transaction: killed anywhere, the next run goes on. Every step computes from what is
stored then, never from what was there before, so that the order of articles leaves no trace.
"""
