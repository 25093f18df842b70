"""Replacing tokens by tokens, parts of words (``:TAG:-NAME``, LEADING, TRAILING) included."""

from collections.abc import Sequence
from dataclasses import dataclass

from desktop.source.tokens import Kind, Token


@dataclass(frozen=True, slots=True)
class Rule:
    """``pattern`` by ``by``; ``part`` is ``LEADING`` or ``TRAILING`` where only that end of a word is meant."""

    pattern: tuple[Token, ...]
    by: tuple[Token, ...]
    part: str = ""


def rules_of(tokens: Sequence[Token], at: int) -> tuple[tuple[Rule, ...], int]:
    """The rules behind REPLACING or REPLACE, and the token behind them."""
    rules: list[Rule] = []
    while at < len(tokens) and tokens[at].kind is not Kind.PERIOD:
        part = ""
        if tokens[at].value in ("LEADING", "TRAILING") and tokens[at].kind is Kind.WORD:
            part, at = tokens[at].value, at + 1
        pattern, at = _operand(tokens, at)
        if at >= len(tokens) or tokens[at].value != "BY":
            break
        by, at = _operand(tokens, at + 1)
        if pattern:
            rules.append(Rule(pattern, by, part))
        while at < len(tokens) and tokens[at].value in (",", ";"):
            at += 1
    return tuple(rules), at


def _operand(tokens: Sequence[Token], at: int) -> tuple[tuple[Token, ...], int]:
    """Pseudo-text, or a word, literal or identifier with its qualifiers and subscripts."""
    if at >= len(tokens):
        return (), at
    if tokens[at].value == "==":
        end = at + 1
        while end < len(tokens) and tokens[end].value != "==":
            end += 1
        return tuple(tokens[at + 1 : end]), end + 1
    end = at + 1
    while end + 1 < len(tokens) and tokens[end].value in ("OF", "IN"):
        end += 2
    if end < len(tokens) and tokens[end].value == "(":
        while end < len(tokens) and tokens[end].value != ")" and tokens[end].kind is not Kind.PERIOD:
            end += 1
        end += 1
    return tuple(tokens[at:end]), end


def replace(tokens: Sequence[Token], rules: Sequence[Rule]) -> list[Token]:
    """Apply the first rule that fits at each place; a replaced token keeps the bytes of what it replaces."""
    whole: dict[str, list[Rule]] = {}
    for rule in rules:
        if not rule.part:
            whole.setdefault(rule.pattern[0].value, []).append(rule)
    parts = [rule for rule in rules if rule.part]
    tags = [rule for rule in rules if not rule.part and rule.pattern[0].kind is Kind.PUNCT]
    out: list[Token] = []
    at = 0
    while at < len(tokens):
        token = tokens[at]
        fitting = next((rule for rule in whole.get(token.value, ()) if _fits(tokens, at, rule.pattern)), None)
        if fitting is not None:
            at = _put(out, tokens, at, fitting)
            continue
        if token.kind is Kind.WORD and parts:
            token = _part_of_word(token, parts)
        elif token.kind is Kind.PICTURE and tags:
            token = _in_picture(token, tags)
        out.append(token)
        at += 1
    return out


def _fits(tokens: Sequence[Token], at: int, pattern: Sequence[Token]) -> bool:
    if at + len(pattern) > len(tokens):
        return False
    return all(tokens[at + n].value == wanted.value for n, wanted in enumerate(pattern))


def _put(out: list[Token], tokens: Sequence[Token], at: int, rule: Rule) -> int:
    """Put ``rule.by`` for the tokens from ``at``, glued to a word that touches it; the next place to read."""
    first, last = tokens[at], tokens[at + len(rule.pattern) - 1]
    after = at + len(rule.pattern)
    new = [token._replace(start=first.start, end=last.end, file=first.file, via=first.via) for token in rule.by]
    # Only a pattern bounded by punctuation, as :TAG:, can touch a part of a word; whole words end at a blank.
    if first.kind is Kind.PUNCT and _wordlike(new[:1]):
        while out and out[-1].end == first.start and out[-1].file == first.file and _gluable(out[-1]):
            before = out.pop()
            first = before
            new[0] = new[0]._replace(value=before.value + new[0].value, start=before.start, kind=Kind.WORD)
    if last.kind is Kind.PUNCT and (_wordlike(new[-1:]) or not new):
        while after < len(tokens) and tokens[after].start == last.end and _gluable(tokens[after]):
            last = tokens[after]
            after += 1
            if new:
                new[-1] = new[-1]._replace(value=new[-1].value + last.value, end=last.end, kind=Kind.WORD)
            elif last.value != "-":
                new.append(last)
    out.extend(new)
    return after


def _wordlike(tokens: Sequence[Token]) -> bool:
    return bool(tokens) and tokens[0].kind in (Kind.WORD, Kind.NUMBER)


def _gluable(token: Token) -> bool:
    return token.kind in (Kind.WORD, Kind.NUMBER) or token.value == "-"


def _part_of_word(token: Token, rules: Sequence[Rule]) -> Token:
    for rule in rules:
        old, new = ("".join(part.value for part in side) for side in (rule.pattern, rule.by))
        if rule.part == "LEADING" and token.value.startswith(old):
            return token._replace(value=new + token.value[len(old) :])
        if rule.part == "TRAILING" and token.value.endswith(old):
            return token._replace(value=token.value[: -len(old)] + new)
    return token


def _in_picture(token: Token, tags: Sequence[Rule]) -> Token:
    value = token.value
    for rule in tags:
        value = value.replace("".join(part.value for part in rule.pattern), "".join(part.value for part in rule.by))
    return token._replace(value=value)
