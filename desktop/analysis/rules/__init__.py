"""Built-in rules: they follow data and checks within a program rather than match words, and nothing leaves the machine.

A rule is one module here and one line in ``registry``; what rules share is in ``kit``. ``run.run`` yields what they
report; their findings are those of a scanner, under the tool name "Sekisho rules".
"""
