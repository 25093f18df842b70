"""The left column of the check: what to look at, group by group, and what a clean sample proves."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.gate.preview import Group, proves
from desktop.ui.language import number
from desktop.ui.pages.egress.looking import Looking
from desktop.ui.pages.egress.words import CHIPS, MASKED, group_words
from desktop.ui.theme.icons import Icon
from desktop.ui.theme.type import Size, px
from desktop.ui.widgets.label import Label, Tone
from desktop.ui.widgets.panel import Panel, Side
from desktop.ui.widgets.sidelist import Entry, SideList


class Groups(Panel):
    """The left column. ``picked`` sends the group's name."""

    picked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Side.RIGHT, parent, ground="window")
        self.list = SideList(self.tr("What to look at"))
        self.list.chosen.connect(self.picked)
        self._proves = Label(size=Size.SECONDARY, tone=Tone.SECOND, wrap=True)
        self._proves.setContentsMargins(px(16), px(8), px(16), px(12))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, px(8), 1, 0)
        column.setSpacing(0)
        column.addWidget(self.list, 1)
        column.addWidget(self._proves)

    def show_groups(self, looking: Looking) -> None:
        """Near misses first, then what is not sent, what was masked, and the sample."""
        entries: list[Entry] = []
        masked = [group for group in looking.groups if group.name.startswith(MASKED)]
        for group in looking.groups:
            if group in masked[:1]:
                count = sum(len(one.looks) for one in masked)
                entries.append(
                    Entry(
                        "masked",
                        self.tr("Masked"),
                        number(count),
                        icon=Icon.MASKED,
                        tone=Tone.MASKED,
                        icon_tone=Tone.MASKED,
                        caption=True,
                        ruled=bool(entries),
                    )
                )
            entries.append(self._entry(group, looking, first=not entries or not group.name.startswith(MASKED)))
        self.list.show_entries(entries)
        drawn = looking.shown.asked.random
        share = f"{proves(drawn):.1%}".replace(".0%", "%")
        self._proves.setText(
            self.tr(
                "A random sample of {n} units without a leak leaves up to {share} of all units possibly leaking (95 %)."
            ).format(n=number(drawn), share=share)
        )

    def _entry(self, group: Group, looking: Looking, *, first: bool) -> Entry:
        done = looking.is_ticked(group.name)
        kind = group.name.removeprefix(MASKED)
        warn = group.name == "near"
        tone = Tone.WARN if warn else Tone.BLOCKED if group.name == "not_sent" else Tone.TEXT
        return Entry(
            group.name,
            group_words(group),
            number(len(group.looks)),
            icon=Icon.CHECK if done else Icon.CIRCLE,
            tone=tone,
            icon_tone=Tone.PERSON if done else Tone.SECOND,
            chip=CHIPS.get(kind, ""),
            ruled=first and group.name != looking.groups[0].name,
        )
