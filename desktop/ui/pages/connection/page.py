"""The page: the policy's models at the left, the steps of a check in the middle, key and proxy at the right."""

from collections.abc import Callable
from dataclasses import dataclass
from threading import Lock
from typing import Final, TypeVar

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.errors import SekishoError
from desktop.gate.effective import Effective
from desktop.gate.objections import policy_objections
from desktop.gate.policy import ModelEntry
from desktop.gate.reasons import sentences
from desktop.secrets import ProxyLogin, Secret
from desktop.ui.language import joined, language
from desktop.ui.pages.connection.secretpart import SecretPart
from desktop.ui.pages.connection.steps import Steps
from desktop.ui.pages.form import Beside
from desktop.ui.pages.page import Footing, Heading, Page, PageButton
from desktop.ui.pages.policy_words import model_name
from desktop.ui.theme.icons import Icon
from desktop.ui.theme.type import Size, px
from desktop.ui.threads import Working
from desktop.ui.widgets.banner import Banner, Mood
from desktop.ui.widgets.label import Label, Tone
from desktop.ui.widgets.panel import Panel, Side
from desktop.ui.widgets.scroll import Scroll
from desktop.ui.widgets.sidelist import Entry, SideList
from desktop.uses.connection import Connection, Cut, check_connection, proxy_on_the_way
from desktop.uses.credentials import (
    KeptWhere,
    clear_credential,
    clear_proxy_login,
    set_credential,
    set_proxy_login,
    where_kept,
    where_proxy_login_kept,
)
from desktop.uses.policies import effective_policy
from desktop.uses.workstation import Workstation, utc_now
from desktop.words import say_error

T = TypeVar("T")
SIDE: Final = 264


@dataclass(frozen=True, slots=True)
class _Kept:
    """What is kept for a model: its key, and the login of the proxy that stands on its way, where one does."""

    model: str
    key: KeptWhere
    proxy: tuple[str, int] | None
    login: KeptWhere = KeptWhere.NOWHERE


class ConnectionPage(Page):
    """Asks keyring and net in a thread of its own; closing the page cuts a check."""

    def __init__(self, station: Workstation, model: str) -> None:
        super().__init__()
        self._station = station
        self._first = model
        self._holds: Effective | None = None
        self._found: dict[str, Connection] = {}
        self._proxy: tuple[str, int] | None = None
        self._checking = ""
        self._closed = False
        self._line = _Line()
        self._working = Working("connection", self)
        self._side = SideList(self.tr("Approved models"))
        self._side.chosen.connect(lambda _: self._on_chosen())
        self._banner = Banner(Mood.REFUSED)
        self._title = Label(size=Size.TITLE, bold=True, wrap=True)
        self._where = Label(tone=Tone.SECOND, wrap=True)
        self._steps = Steps()
        self._key = SecretPart(self.tr("Key of this model"), self.tr("Key"))
        self._key.keep_wanted.connect(lambda _user, key: self._keep_key(key))
        self._key.clear_wanted.connect(self._clear_key)
        self._login = SecretPart(self.tr("Proxy"), self.tr("Password"), self.tr("User name"))
        self._login.keep_wanted.connect(self._keep_login)
        self._login.clear_wanted.connect(self._clear_login)
        self._login.hide()
        self._lay_out()
        self.setFocusProxy(self._side)
        self._ask(lambda: effective_policy(station, utc_now()), self._know)

    def _lay_out(self) -> None:
        left = Panel(Side.RIGHT, ground="window")
        left.setFixedWidth(px(SIDE))
        column = QVBoxLayout(left)
        column.setContentsMargins(0, px(8), 1, px(8))
        column.addWidget(self._side)
        text = QWidget()
        words = QVBoxLayout(text)
        words.setContentsMargins(px(20), px(18), px(20), px(18))
        words.setSpacing(px(14))
        words.addWidget(self._title)
        words.addWidget(self._where)
        words.addWidget(self._steps, 1)
        middle = Panel()
        stack = QVBoxLayout(middle)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(0)
        stack.addWidget(self._banner)
        stack.addWidget(Scroll(text), 1)
        beside = Beside()
        beside.add(self._key)
        beside.add(self._login)
        self._secrets = beside
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(left)
        row.addWidget(middle, 1)
        row.addWidget(beside)

    # What holds

    def _know(self, holds: Effective) -> None:
        self._holds = holds
        self._banner.say(*sentences(tuple(policy_objections(holds, utc_now())), language()))
        models = holds.policy.models if holds.policy else ()
        self._side.show_entries(
            [Entry(one.id, model_name(one), "", joined(one.provider, one.region), icon=Icon.MODEL) for one in models]
        )
        self._secrets.setVisible(bool(models))
        if models:
            known = {one.id for one in models}
            self._side.go_to(self._first if self._first in known else models[0].id)
        else:
            self._on_chosen()

    def _model(self) -> ModelEntry | None:
        key = self._side.at_hand
        policy = self._holds.policy if self._holds else None
        return policy.model(key) if policy is not None and isinstance(key, str) else None

    def _on_chosen(self) -> None:
        model = self._model()
        self._title.setText(model_name(model) if model else self.tr("The policy has no model."))
        self._steps.setVisible(model is not None)
        self._proxy = None
        self._login.hide()
        self._show_way()
        if model is not None:
            self._show_steps(model.id)
            self._read_kept(model.id)
        self.updated.emit()

    def _show_way(self) -> None:
        model = self._model()
        if model is None:
            self._where.setText("")
            return
        host, port = model.endpoint_host
        words = self.tr("{host}, port {port}").format(host=host, port=port)
        if self._proxy is not None:
            through = self.tr("through the proxy {proxy}").format(proxy=_address(self._proxy))
            words = joined(words, through)
        self._where.setText(words)

    # Keys

    def _read_kept(self, model: str) -> None:
        station = self._station

        def read() -> _Kept:
            key = where_kept(station, model, utc_now())
            proxy = proxy_on_the_way(station, model)
            return _Kept(model, key, proxy, where_proxy_login_kept(station, *proxy) if proxy else KeptWhere.NOWHERE)

        self._key.show_busy()
        self._ask(read, self._know_kept, self._key.show_error)

    def _know_kept(self, kept: _Kept) -> None:
        if (model := self._model()) is None or model.id != kept.model:
            return
        self._proxy = kept.proxy
        self._key.show_kept(kept.key)
        if kept.proxy is not None:
            self._login.show_caption(self.tr("Proxy {proxy}").format(proxy=_address(kept.proxy)))
            self._login.show_kept(kept.login)
        self._login.setVisible(kept.proxy is not None)
        self._show_way()

    def _keep_key(self, key: str) -> None:
        if (model := self._model()) is not None:
            secret, id = Secret(key), model.id
            self._change(self._key, lambda: set_credential(self._station, id, secret, utc_now()))

    def _clear_key(self) -> None:
        if (model := self._model()) is not None:
            id = model.id
            self._change(self._key, lambda: clear_credential(self._station, id, utc_now()))

    def _keep_login(self, user: str, password: str) -> None:
        if self._proxy is not None:
            login = ProxyLogin(*self._proxy, user, Secret(password))
            self._change(self._login, lambda: set_proxy_login(self._station, login))

    def _clear_login(self) -> None:
        if (proxy := self._proxy) is not None:
            self._change(self._login, lambda: clear_proxy_login(self._station, *proxy))

    def _change(self, part: SecretPart, work: Callable[[], object]) -> None:
        """Change what is kept, and show what then is."""
        part.show_busy()
        model = self._model()
        self._ask(work, lambda _: self._read_kept(model.id) if model else None, part.show_error)

    # The check

    def _show_steps(self, model: str) -> None:
        if self._checking == model:
            self._steps.show_in_hand()
        elif (found := self._found.get(model)) is not None:
            self._steps.show_found(found)
        else:
            self._steps.show_nothing_known()

    def _check(self) -> None:
        model = self._model()
        if model is None or self._checking:
            return
        self._checking = model.id
        self._show_steps(model.id)
        self.updated.emit()
        line = self._line
        self._ask(lambda: check_connection(self._station, model.id, line.opened), self._know_found, self._not_checked)

    def _know_found(self, found: Connection) -> None:
        self._checking = ""
        self._found[found.model] = found
        if (model := self._model()) is not None:
            self._show_steps(model.id)
        self.updated.emit()

    def _not_checked(self, sentence: str) -> None:
        self._checking = ""
        self._banner.say(sentence)
        if (model := self._model()) is not None:
            self._show_steps(model.id)
        self.updated.emit()

    def _ask(
        self, work: Callable[[], T], then: Callable[[T], None], failed: Callable[[str], None] | None = None
    ) -> None:
        """Do ``work`` in the thread; what comes after the page was closed reaches nobody."""

        def told(value: T) -> None:
            if not self._closed:
                then(value)

        def refused(error: SekishoError) -> None:
            if not self._closed:
                (failed or self._banner.say)(say_error(error, language()))

        self._working.do(work, told, refused)

    # The page

    def heading(self) -> Heading:
        return Heading(self.tr("Key and connection"), self.tr("Approved models"))

    def footing(self) -> Footing:
        model = self._model()
        found = self._found.get(model.id) if model else None
        if self._checking:
            note = self.tr("The connection is being checked.")
        elif model is None or found is None:
            note = self.tr("Nothing was checked yet.")
        elif found.failed is None:
            note = self.tr("{model} can be reached and asked.").format(model=model_name(model))
        else:
            note = self.tr("{model} cannot be asked: one step does not hold.").format(model=model_name(model))
        return Footing(
            note,
            self.tr("A check sends one short question without evidence, and is recorded like every sending."),
            PageButton(
                self.tr("Check connection"), self._check, "Ctrl Enter", enabled=model is not None and not self._checking
            ),
        )

    def closed(self) -> None:
        self._closed = True
        self._line.cut()
        self._working.close()


class _Line:
    """What cuts the check under way; opened in the thread of the check, cut on the window's."""

    def __init__(self) -> None:
        self._mutex = Lock()
        self._cut: Cut | None = None
        self._over = False

    def opened(self, cut: Cut) -> None:
        """A check has its connection."""
        with self._mutex:
            self._cut = cut
            over = self._over
        if over:
            cut()

    def cut(self) -> None:
        """End it, and every one that is opened from now on."""
        with self._mutex:
            self._over = True
            cut = self._cut
        if cut is not None:
            cut()


def _address(proxy: tuple[str, int]) -> str:
    return f"{proxy[0]}:{proxy[1]}"
