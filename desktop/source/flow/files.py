"""Files of a program: what SELECT, FD and DECLARATIVES say of each."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from desktop.source.data_entries import Section
from desktop.source.flow.references import Code
from desktop.source.flow.statements import Procedure
from desktop.source.tokens import Kind


@dataclass(frozen=True, slots=True)
class File:
    """One SELECT. ``assigned`` is the name after ASSIGN TO; ``name_item`` is set where that is a data item."""

    name: str
    assigned: str
    name_item: int | None
    status: str | None
    status_items: tuple[int, ...]
    records: tuple[int, ...]
    has_error_procedure: bool
    first: int
    last: int


@dataclass(slots=True)
class Files:
    """All files, and the IO-PCB of an IMS program (the first parameter, when DL/I is called)."""

    by_name: dict[str, File] = field(default_factory=dict)
    io_pcbs: frozenset[int] = frozenset()

    def of_record(self, code: Code, item: int) -> File | None:
        """The file that a record belongs to."""
        declared = code.item(item)
        return self.by_name.get(declared.file_name) if declared is not None else None


def read_files(code: Code, procedure: Procedure | None) -> Files:
    """Read FILE-CONTROL, the records of each FD, and which files a USE AFTER ERROR covers."""
    files = Files()
    covered = _covered(code, procedure) if procedure is not None else frozenset()
    end = procedure.first if procedure is not None else len(code.tokens)
    for at in range(end):
        if code.word(at) == "SELECT" and (at == 0 or code.word(at - 1) != "EXEC"):
            last = at
            while last < end and code.tokens[last].kind is not Kind.PERIOD:
                last += 1
            file = _select(code, at, last, covered)
            files.by_name[file.name] = file
    return files


def _covered(code: Code, procedure: Procedure) -> frozenset[str]:
    """Names of files (or INPUT, OUTPUT …) for which there is a USE AFTER ERROR PROCEDURE."""
    names: set[str] = set()
    for paragraph in procedure.paragraphs:
        for statement in paragraph.body if paragraph.declarative else ():
            if statement.verb == "USE":
                names.update(code.word(at) for at in range(statement.first, statement.last))
    return frozenset(names)


def _select(code: Code, first: int, last: int, covered: frozenset[str]) -> File:
    at = first + 2 if code.word(first + 1) == "OPTIONAL" else first + 1
    name, assigned, status = code.word(at), "", None
    for clause in range(at + 1, last):
        word = code.word(clause)
        if word == "ASSIGN" and not assigned:
            target = clause + 1
            while code.word(target) in ("TO", "DYNAMIC", "EXTERNAL", "USING"):
                target += 1
            assigned = code.value(target).strip("'\"")
        elif word == "STATUS" and status is None:
            status = code.word(clause + 2) if code.word(clause + 1) == "IS" else code.word(clause + 1)
    in_storage = code.layout.find(assigned)
    name_item = in_storage if in_storage is not None and _is_working(code, in_storage) else None
    records = tuple(
        item.index for item in code.layout.items if item.file_name == name and item.parent < 0 and item.level == 1
    )
    status_items = (code.number_of(status),) if status else ()
    has_procedure = name in covered or bool(covered & {"INPUT", "OUTPUT", "I-O", "EXTEND"})
    return File(name, assigned, name_item, status or None, status_items, records, has_procedure, first, last)


def _is_working(code: Code, item: int) -> bool:
    return code.layout.items[item].section in (Section.WORKING_STORAGE, Section.LOCAL_STORAGE, Section.LINKAGE)


def using_items(code: Code, procedure: Procedure) -> Sequence[int]:
    """Items of PROCEDURE DIVISION USING, in order."""
    skipped = ("USING", "BY", "REFERENCE", "VALUE", "CONTENT", "RETURNING", "OPTIONAL", "CHAINING")
    found: list[int] = []
    for token in procedure.using:
        if token.kind is Kind.WORD and token.value not in skipped:
            found.append(code.number_of(token.value))
    return found
