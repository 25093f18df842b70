"""What may leave, and the only door through which it does.

Policy, authorisation, data classes, masking, budgets and the egress ledger live here. The room gives out a client that
is bound to a ``Clearance``: digest, objections and ledger happen at that client, on the final bytes. No prompt, no
provider and no widget lives here, and nothing here reads the environment but ``environment.py``, which clears it.
"""
