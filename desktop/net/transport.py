"""The httpx2 side: a transport under any ``httpx2.Client``, called from any thread."""

import time
import weakref
from collections.abc import Iterator
from queue import Empty
from threading import Lock
from typing import Final

import httpx2
from PySide6.QtCore import QCoreApplication, QThread, QUrl
from PySide6.QtNetwork import QSsl, QSslCertificate

from desktop.net.errors import (
    AnswerCompressed,
    AnswerTooLong,
    AnswerWithoutEnd,
    AuthorityUnreadable,
    HostNotListed,
    NetError,
    NotEncrypted,
    RequestCancelled,
    TimedOut,
)
from desktop.net.faults import as_httpx
from desktop.net.headers import outgoing
from desktop.net.proxy import ProxyChoice, SystemProxy, is_loopback
from desktop.net.worker import Data, End, Head, Job, Moved, Worker

LONGEST: Final = 64 * 1024 * 1024
"""Bytes of one answer, as they come from the wire."""
LASTING: Final = 3600.0
"""Seconds that one answer may take, whatever trickles in: the time limits of httpx2 start anew with each byte."""
_PORTS: Final = {"http": 80, "https": 443}


class QtTransport(httpx2.BaseTransport):
    """HTTP/1.1 over QtNetwork to ``allowed`` (host in lower case, port) and nowhere else.

    ``ca_pem`` are certificate authorities beside the system's (raises AuthorityUnreadable for one that is none); an
    answer has ``longest`` bytes and takes ``lasting`` seconds at most. Redirects are answers like others and are not
    followed; each request has a connection of its own and is never sent twice. Where a proxy's login is said, one
    request tries it before the others follow. The time limits are those of httpx2 (``connect`` covers name, proxy and
    TLS). A chunked answer that is cut may look whole, as 3 of 1,000 did on a busy machine, for Qt does not tell:
    whoever needs to know looks for the answer's own end. Failures are ``httpx2.TransportError`` with a ``NetError`` as
    their cause. ``close()`` cuts what is under way at once, from any thread.
    """

    def __init__(
        self,
        allowed: frozenset[tuple[str, int]],
        ca_pem: tuple[bytes, ...] = (),
        proxy: ProxyChoice = SystemProxy(),  # noqa: B008 - an immutable value
        longest: int = LONGEST,
        lasting: float = LASTING,
    ) -> None:
        self._allowed = allowed
        self._longest = longest
        self._lasting = lasting
        self._jobs: weakref.WeakSet[Job] = weakref.WeakSet()
        self._lock = Lock()
        self._closed = False
        self._app = QCoreApplication.instance() or QCoreApplication([])  # no event loop or TLS library without one
        authorities = _read(ca_pem)
        self._thread = QThread()
        self._worker = Worker(authorities, proxy)
        self._worker.moveToThread(self._thread)
        self._thread.start()
        # A thread still running when it is garbage-collected aborts the process.
        self._finalizer = weakref.finalize(self, _shut_down, self._worker, self._thread)

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        """Send ``request`` and return when the answer's head is there; its body streams."""
        url = self._checked(request)
        body = request.read()
        headers = outgoing(request.headers.raw, has_body=bool(body))
        job = Job(request.method.encode("ascii"), url, headers, body)
        with self._lock:
            if self._closed:
                raise as_httpx(RequestCancelled(), request)
            self._jobs.add(job)
        self._worker.start.emit(job)
        answer = _Answer(job, self._worker, request, self._longest, self._lasting)
        head = answer.head()
        return httpx2.Response(
            head.status,
            headers=head.headers,
            stream=answer,
            request=request,
            extensions={"http_version": b"HTTP/1.1", "reason_phrase": head.reason},
        )

    def close(self) -> None:
        """Cut every request under way and end the network thread. A second call does nothing."""
        with self._lock:
            self._closed = True
            under_way = list(self._jobs)
        for job in under_way:
            job.events.put(End(RequestCancelled()))
        self._finalizer()

    def _checked(self, request: httpx2.Request) -> QUrl:
        """The URL as Qt sees it, after all that can be said against it without asking a name server."""
        scheme, host = request.url.scheme, request.url.raw_host.decode("ascii").lower()
        port = request.url.port or _PORTS.get(scheme, 0)
        url = QUrl.fromEncoded(str(request.url).encode("ascii"), QUrl.ParsingMode.StrictMode)
        url.setUserInfo("")
        seen_by_qt = (url.scheme(), url.host(QUrl.ComponentFormattingOption.FullyEncoded), url.port(port))
        if (host, port) not in self._allowed or seen_by_qt != (scheme, host, port):
            raise as_httpx(HostNotListed(host, port), request)
        if scheme != "https" and not (scheme == "http" and is_loopback(host)):
            raise as_httpx(NotEncrypted(host), request)
        return url


class _Answer(httpx2.SyncByteStream):
    """The body of an answer as it arrives; ``close`` from any thread ends a blocked read at once."""

    def __init__(self, job: Job, worker: Worker, request: httpx2.Request, longest: int, lasting: float) -> None:
        self._job = job
        self._worker = worker
        self._request = request
        self._longest = longest
        self._lasting = lasting
        self._until = time.monotonic() + lasting
        self._limits: dict[str, float | None] = request.extensions.get("timeout", {})
        self._over = False

    def head(self) -> Head:
        """Wait for status and headers."""
        stage = "connect"
        while True:
            match self._next(stage):
                case Moved(whole):
                    stage = "read" if whole else "write"
                case Head() as head:
                    if _is_compressed(head):
                        self._cut()
                        raise self._failed(AnswerCompressed(self._request.url.host))
                    return head
                case End(failed):
                    raise self._failed(failed or RequestCancelled())

    def __iter__(self) -> Iterator[bytes]:
        got = 0
        while not self._over:
            match self._next("read"):
                case Data(data):
                    got += len(data)
                    if got > self._longest:
                        self._cut()
                        raise self._failed(AnswerTooLong(self._request.url.host, self._longest))
                    yield data
                    self._worker.taken.emit(self._job, len(data))
                case End(failed):
                    self._over = True
                    if failed is not None:
                        raise self._failed(failed)

    def close(self) -> None:
        if not self._over:
            self._cut()
            self._job.events.put(End(RequestCancelled()))

    def _next(self, stage: str) -> "Moved | Head | Data | End":
        seconds = self._limits.get(stage)
        left = max(0.0, self._until - time.monotonic())
        try:
            return self._job.events.get(timeout=left if seconds is None else min(seconds, left))
        except Empty:
            self._cut()
        host = self._request.url.host
        if seconds is None or left < seconds:
            raise self._failed(AnswerWithoutEnd(host, self._lasting))
        raise self._failed(TimedOut(host, stage, seconds))

    def _cut(self) -> None:
        self._worker.cut.emit(self._job)

    def _failed(self, error: NetError) -> httpx2.TransportError:
        self._over = True
        return as_httpx(error, self._request)


def _read(ca_pem: tuple[bytes, ...]) -> list[QSslCertificate]:
    """All certificates in ``ca_pem``; raises AuthorityUnreadable for one that holds none."""
    found = [QSslCertificate.fromData(pem, QSsl.EncodingFormat.Pem) for pem in ca_pem]
    for number, certificates in enumerate(found, 1):
        if not certificates or any(certificate.isNull() for certificate in certificates):
            raise AuthorityUnreadable(number)
    return [certificate for certificates in found for certificate in certificates]


def _is_compressed(head: Head) -> bool:
    codings = [value for name, value in head.headers if name.lower() == b"content-encoding"]
    return any(coding.strip().lower() not in (b"", b"identity") for coding in codings)


def _shut_down(worker: Worker, thread: QThread) -> None:
    worker.stop.emit()
    thread.wait()
