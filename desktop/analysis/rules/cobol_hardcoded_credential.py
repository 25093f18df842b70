"""A password or key is written in the source."""

from collections.abc import Iterator
from typing import Final

from desktop.analysis.rules.kit.cobol import CobolProgram
from desktop.analysis.rules.kit.found import Found, Mark, Role
from desktop.analysis.rules.kit.literals import is_plausible_secret
from desktop.analysis.rules.kit.rule import Cobol, Rule, Text
from desktop.domain.levels import Severity
from desktop.source.flow.conditions import Compared, Named
from desktop.source.flow.effects import Await, SetConstant
from desktop.source.flow.graph import Node, NodeKind
from desktop.source.flow.naming import is_secret
from desktop.source.flow.planes import Plane
from desktop.source.flow.references import Operand, constant_of
from desktop.source.tokens import Kind

_COMMANDS: Final = ("SIGNON", "VERIFY", "CHANGE", "REQUEST")
_OPTIONS: Final = ("PASSWORD", "PHRASE", "NEWPASSWORD", "NEWPHRASE")


def check(subject: CobolProgram) -> Iterator[Found]:
    """Literals at sign-on and connect, in items named for a secret that are then used, and in comparisons with them."""
    known: set[Mark] = set()
    for found in (*_at_sign_on(subject), *_named(subject), *_compared(subject)):
        if found.at not in known:
            known.add(found.at)
            yield found


def _at_sign_on(subject: CobolProgram) -> Iterator[Found]:
    for node, command in subject.commands(*_COMMANDS):
        for option in _OPTIONS:
            operand = subject.argument(command, option)
            if operand is not None:
                yield from _used(subject, node, operand)
    code = subject.program.code
    for node in subject.program.statements("EXEC SQL"):
        words = [code.word(at) for at in range(node.first, node.last)]
        if "CONNECT" not in words[2:3]:
            continue
        start = next((at for at, word in enumerate(words) if word in ("USING", "IDENTIFIED", "PASSWORD")), len(words))
        for at in range(node.first + start, node.last):
            yield from _used(subject, node, code.operand(at, at + 1))


def _used(subject: CobolProgram, node: Node, operand: Operand) -> Iterator[Found]:
    program = subject.program
    if operand.constant is not None and program.tokens[operand.first].kind is Kind.LITERAL:
        if is_plausible_secret(operand.constant):
            yield Found(subject.mark(operand.first, operand.last), "")
    elif operand.refs and program.may(node, operand.refs[0].item, Plane.LITERAL):
        item = operand.refs[0].item
        if any(is_plausible_secret(value) for value in program.literals(item)):
            yield from _origin(subject, node, item)


def _origin(subject: CobolProgram, node: Node, item: int) -> Iterator[Found]:
    """The finding at the literal itself, with the use beside it."""
    program = subject.program
    use = subject.mark(node.first, node.last, Role.STEP)
    for declared in program.code.layout.items:
        if program.masks.overlapping[item] >> declared.index & 1:
            for token in declared.value[:1]:
                if token.kind is Kind.LITERAL and is_plausible_secret(constant_of(token) or ""):
                    yield Found(subject.declared(declared.index)[0], subject.name(declared.index), (use,))
    for setter in program.reached():
        for effect in setter.effects:
            if not isinstance(effect, SetConstant) or not program.masks.overlapping[item] >> effect.target.item & 1:
                continue
            if effect.token >= 0 and effect.value and is_plausible_secret(effect.value):
                yield Found(subject.at(setter), subject.name(effect.target.item), (use,))


def _named(subject: CobolProgram) -> Iterator[Found]:
    """Items named for a secret that still hold a literal where they are used."""
    program = subject.program
    for node in sorted(program.reached(), key=lambda node: node.first):
        if node.last <= node.first or (node.statement is not None and node.statement.verb == "DISPLAY"):
            continue
        written = {effect.target.item for effect in node.effects if not isinstance(effect, Await)}
        for ref in subject.mentions(node):
            if ref.item in written or not is_secret(subject.name(ref.item)):
                continue
            if program.may(node, ref.item, Plane.LITERAL):
                yield from _origin(subject, node, ref.item)


def _compared(subject: CobolProgram) -> Iterator[Found]:
    """IF password = 'literal', and level 88s of a password."""
    program = subject.program
    for node in program.reached():
        test = node.test
        if isinstance(test, Named) and is_secret(subject.name(test.condition.item)):
            values = [constant_of(low) or "" for low, _ in test.condition.values if low.kind is Kind.LITERAL]
            if any(is_plausible_secret(value) for value in values):
                yield Found(subject.at(node), test.condition.name, subject.declared(test.condition.item))
        if node.kind is not NodeKind.TEST or not isinstance(test, Compared) or test.op not in ("=", "<>"):
            continue
        for operand, other in ((test.left, test.right), (test.right, test.left)):
            single = operand.single
            if single is None or not is_secret(subject.name(single.item)):
                continue
            if other.constant is not None and program.tokens[other.first].kind is Kind.LITERAL:
                if is_plausible_secret(other.constant):
                    yield Found(subject.at(node), subject.name(single.item), subject.declared(single.item))
            elif other.single is not None:
                yield from _used(subject, node, other)


RULE: Final = Rule(
    "cobol-hardcoded-credential",
    (798,),
    Severity.HIGH,
    ja=Text(
        title="ソースに書かれた認証情報",
        description="パスワード、暗証番号または鍵が定数としてソースに書かれ、認証、接続または照合に使われている。",
        impact=(
            "ソースを読める人は誰でも(委託先、退職者を含む)その権限を使える。変更には翻訳と配布が必要なため、漏れて"
            "も長く使われ続ける。"
        ),
        recommendation=(
            "定数を消し、資格情報は RACF の PassTicket、キーリング、保護されたデータセットなどから実行時に取る。既"
            "に漏れたものとして変更する。"
        ),
        severity="ソースを読むだけで権限を得られるため「重要」。",
        silence=(
            "定数が使われる前に別の値(入力、保護された場所)で置き換えられる、値が空白や * などの仮の値である、案内"
            "文である。"
        ),
    ),
    en=Text(
        title="Credential written in the source",
        description=(
            "A password, PIN or key stands in the source as a constant and is used to sign on, to connect or to "
            "compare with."
        ),
        impact=(
            "Everybody who can read the source, contractors and former staff too, has its authority, and since a "
            "change needs a new build it stays in use long after it leaked."
        ),
        recommendation=(
            "Take the constant out and get the credential at run time: a RACF PassTicket, a key ring, a protected "
            "data set. Treat the old one as leaked and change it."
        ),
        severity="High: reading the source is enough to gain the authority.",
        silence=(
            "The constant is replaced from input or a protected place before it is used, is only a placeholder "
            "(spaces, asterisks), or is the text of a message."
        ),
    ),
    look=Cobol(check),
)
