"""The Qt side: lives in the network thread, owns access manager and replies, and speaks to callers by queues."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from queue import SimpleQueue
from typing import Final

from PySide6.QtCore import QByteArray, QObject, Qt, QUrl, Signal, Slot
from PySide6.QtNetwork import (
    QNetworkAccessManager,
    QNetworkProxy,
    QNetworkReply,
    QNetworkRequest,
    QSsl,
    QSslCertificate,
    QSslConfiguration,
    QSslError,
)

from desktop.net.errors import NetError, ProxyRefusesPassword
from desktop.net.faults import fault
from desktop.net.logintrial import LoginTrial, May
from desktop.net.proxy import ProxyChoice, name_of, proxy_for

WINDOW: Final = 1 << 18
"""Bytes that may wait for a slow reader before the connection is left to fill.

Memory stays flat for an answer of any length.
"""
_CHUNK: Final = 1 << 16

_Attribute = QNetworkRequest.Attribute


@dataclass(frozen=True, slots=True)
class Moved:
    """Bytes of the request left, or the connection stands: time limits start anew. ``whole``: all of it has left."""

    whole: bool


@dataclass(frozen=True, slots=True)
class Head:
    """Status line and headers of the answer."""

    status: int
    reason: bytes
    headers: list[tuple[bytes, bytes]]


@dataclass(frozen=True, slots=True)
class Data:
    """A piece of the answer's body."""

    data: bytes


@dataclass(frozen=True, slots=True)
class End:
    """The answer is over; ``failed`` says why it is not whole."""

    failed: NetError | None = None


Event = Moved | Head | Data | End


@dataclass(eq=False, slots=True, weakref_slot=True)
class Job:
    """One request, and the queue on which its caller waits."""

    verb: bytes
    url: QUrl
    headers: list[tuple[bytes, bytes]]
    body: bytes
    events: SimpleQueue[Event] = field(default_factory=SimpleQueue)
    proxy: QNetworkProxy = field(default_factory=QNetworkProxy)
    manager: QNetworkAccessManager | None = None
    reply: QNetworkReply | None = None
    waiting: int = 0
    """Bytes handed over that the reader has not taken yet."""
    sent: bool = False
    headed: bool = False
    tls: Sequence[QSslError] = ()


class Worker(QObject):
    """Runs in the network thread; the three signals are its only entrances, and may be emitted from any thread."""

    start = Signal(object)
    taken = Signal(object, int)
    cut = Signal(object)
    stop = Signal()

    def __init__(self, authorities: Sequence[QSslCertificate], proxy: ProxyChoice) -> None:
        super().__init__()
        self._proxy = proxy
        self._authorities = authorities
        self._tls: QSslConfiguration | None = None
        self._jobs: dict[QNetworkReply, Job] = {}
        self._login: LoginTrial[Job] = LoginTrial()
        for signal, slot in (
            (self.start, self._on_start),
            (self.taken, self._on_taken),
            (self.cut, self._on_cut),
            (self.stop, self._on_stop),
        ):
            signal.connect(slot, Qt.ConnectionType.QueuedConnection)

    @Slot(object)
    def _on_start(self, job: Job) -> None:
        job.proxy = proxy_for(job.url, self._proxy)
        may = self._login.ask(job) if job.proxy.user() else May.GO
        if may is May.GO:
            self._send(job)
        elif may is May.END:
            job.events.put(End(ProxyRefusesPassword(name_of(job.proxy))))

    def _send(self, job: Job) -> None:
        # A manager a request: a shared one would hand a connection that the server is about to close to the next one.
        job.manager = QNetworkAccessManager(self)
        job.manager.setRedirectPolicy(QNetworkRequest.RedirectPolicy.ManualRedirectPolicy)
        job.manager.setProxy(job.proxy)
        reply = job.manager.sendCustomRequest(self._request(job), QByteArray(job.verb), QByteArray(job.body))
        job.reply = reply
        self._jobs[reply] = job
        reply.requestSent.connect(self._on_request_sent)
        reply.uploadProgress.connect(self._on_upload)
        reply.metaDataChanged.connect(self._on_head)
        reply.readyRead.connect(self._on_ready_read)
        reply.sslErrors.connect(self._on_tls_errors)
        reply.finished.connect(self._on_finished)

    @Slot(object, int)
    def _on_taken(self, job: Job, count: int) -> None:
        job.waiting -= count
        self._pump(job)

    @Slot(object)
    def _on_cut(self, job: Job) -> None:
        self._login.forget(job)
        if job.reply in self._jobs:
            job.reply.abort()

    @Slot()
    def _on_stop(self) -> None:
        self._login = LoginTrial()  # nobody follows a request that is cut now
        for reply in list(self._jobs):
            reply.abort()
        self.thread().quit()

    def _request(self, job: Job) -> QNetworkRequest:
        request = QNetworkRequest(job.url)
        for name, value in job.headers:
            request.setRawHeader(name, value)
        manual = QNetworkRequest.LoadControl.Manual
        request.setAttribute(_Attribute.Http2AllowedAttribute, False)
        request.setAttribute(_Attribute.CookieLoadControlAttribute, manual)
        request.setAttribute(_Attribute.CookieSaveControlAttribute, manual)
        request.setAttribute(_Attribute.AuthenticationReuseAttribute, manual)
        request.setAttribute(_Attribute.CacheLoadControlAttribute, QNetworkRequest.CacheLoadControl.AlwaysNetwork)
        if self._tls is None:
            self._tls = _tls(self._authorities)
        request.setSslConfiguration(self._tls)
        return request

    def _job(self) -> Job | None:
        """The job of the reply that sent the signal."""
        reply = self.sender()
        return self._jobs.get(reply) if isinstance(reply, QNetworkReply) else None

    @Slot()
    def _on_request_sent(self) -> None:
        if (job := self._job()) and job.reply is not None:
            # Not before: set at the start it does not reach Qt's HTTP thread, and set while TLS is being agreed on
            # through a proxy it makes that thread read by a protocol that it has not chosen yet, and crash.
            job.reply.setReadBufferSize(WINDOW)
            job.sent = True
            job.events.put(Moved(whole=not job.body))
            for follower in self._login.taken(job):
                self._send(follower)

    @Slot("qint64", "qint64")
    def _on_upload(self, done: int, total: int) -> None:
        if (job := self._job()) and total > 0:
            job.sent = True
            job.events.put(Moved(whole=done == total))

    @Slot()
    def _on_head(self) -> None:
        if job := self._job():
            self._put_head(job)

    @Slot()
    def _on_ready_read(self) -> None:
        if job := self._job():
            self._pump(job)

    @Slot(list)
    def _on_tls_errors(self, errors: list[QSslError]) -> None:
        if job := self._job():
            job.tls = tuple(errors)

    @Slot()
    def _on_finished(self) -> None:
        if job := self._job():
            self._put_head(job)
            self._pump(job)

    def _put_head(self, job: Job) -> None:
        assert job.reply is not None
        status = job.reply.attribute(_Attribute.HttpStatusCodeAttribute)
        if job.headed or status is None:
            return
        job.headed = True
        reason = job.reply.attribute(_Attribute.HttpReasonPhraseAttribute) or ""
        headers = [
            (bytes(name.data()), value)
            for name, values in job.reply.rawHeaderPairs()
            for value in bytes(values.data()).split(b"\n")  # Qt joins repeated set-cookie headers so
        ]
        job.events.put(Head(int(status), str(reason).encode("ascii", "replace"), headers))

    def _pump(self, job: Job) -> None:
        """Hand over what may be handed over; when the reply is finished and drained, its end."""
        reply = job.reply
        if reply is None or reply not in self._jobs:
            return
        while reply.isOpen() and job.waiting < WINDOW and reply.bytesAvailable():
            piece = bytes(reply.read(min(_CHUNK, WINDOW - job.waiting)).data())
            job.waiting += len(piece)
            job.events.put(Data(piece))
        if reply.isFinished() and not (reply.isOpen() and reply.bytesAvailable()):
            self._end(job, reply)

    def _end(self, job: Job, reply: QNetworkReply) -> None:
        del self._jobs[reply]
        job.reply = None
        error = reply.error()
        self._judge_login(job, error)
        # A status such as 401 or 500 is an error to Qt and an answer to us, unless its body was cut.
        is_status = job.headed and error.value > QNetworkReply.NetworkError.UnknownProxyError.value
        if error is QNetworkReply.NetworkError.NoError or is_status:
            job.events.put(End())
        else:
            url = reply.url()
            job.events.put(End(fault(error, url.host(), url.port(443), job.proxy, job.sent, job.tls)))
        assert job.manager is not None
        job.manager.deleteLater()  # and with it the reply
        job.manager = None

    def _judge_login(self, job: Job, error: QNetworkReply.NetworkError) -> None:
        """Whether the login holds, seen from the end of a request that may have been the one to try it."""
        if error is QNetworkReply.NetworkError.ProxyAuthenticationRequiredError:
            for follower in self._login.refused(job):
                follower.events.put(End(ProxyRefusesPassword(name_of(job.proxy))))
        elif job.tls:
            for follower in self._login.taken(job):
                self._send(follower)
        else:
            for follower in self._login.undecided(job):
                self._send(follower)


def _tls(authorities: Sequence[QSslCertificate]) -> QSslConfiguration:
    """TLS 1.2 or later, the system's and our own authorities. Reading the system's takes 0.08 s: once a worker."""
    tls = QSslConfiguration.defaultConfiguration()
    tls.setProtocol(QSsl.SslProtocol.TlsV1_2OrLater)
    # Said also where there are none of our own: else Qt may have Windows fetch a missing root from Microsoft.
    tls.setCaCertificates([*QSslConfiguration.systemCaCertificates(), *authorities])
    return tls
