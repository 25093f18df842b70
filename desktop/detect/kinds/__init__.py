"""One file a detector, one line in ``registry.py``; a detector is patterns and judges (``detector.py``)."""
