"""Looking for weaknesses: plans, prompts, providers and the run engine for models, and the built-in rules.

What lives here: cutting evidence into units, what is asked and in which words, what an answer must look like, where its
quotes stand, and the running of an approved plan. What never lives here: the decision whether bytes may leave (the
gate's), sockets (the gate gives out a client), SQL, and any taking of a model's word: what it says is a lead.
"""
