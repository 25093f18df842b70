"""Sessions of FTP in a job: where the in-stream input of the client begins, and what its lines may begin with."""

from typing import Final

COMMANDS: Final = (
    r"(?:ASCII|BINARY|BIN|EBCDIC|CD|LCD|PUT|GET|MPUT|MGET|TYPE|MODE|QUOTE|SITE|LOCSITE|QUIT|DIR|LS|PASSIVE"
    r"|PROMPT|DELETE"
    r"|RENAME|APPEND|STRU)"
)
IN_STREAM: Final = r"\bEXEC[ ]+(?:PGM=)?FTP\w*\b(?:[^\n]*\n){1,12}?//[\w.]{0,8}[ ]+DD[ ]+(?:\*|DATA)[^\n]*\n"
