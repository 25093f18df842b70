"""A small HTTP proxy for CONNECT on loopback that wants a password; it knows every name as this machine."""

import base64
import contextlib
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

USER, PASSWORD = "sato", "pass: word"


@dataclass
class Proxy:
    """``asked`` are the authorities that clients wanted, ``refused`` counts requests without the right password."""

    port: int
    asked: list[str] = field(default_factory=list)
    refused: int = 0


@contextmanager
def proxying(realm: str = "bank") -> Iterator[Proxy]:
    """Serve until the block ends."""
    listener = socket.create_server(("127.0.0.1", 0))
    proxy = Proxy(listener.getsockname()[1])
    right = base64.b64encode(f"{USER}:{PASSWORD}".encode()).decode()
    threads: list[threading.Thread] = []
    open_now: list[socket.socket] = []

    def spawn(target: object, *arguments: object) -> None:
        threads.append(threading.Thread(target=target, args=arguments, daemon=True))  # type: ignore[arg-type]
        threads[-1].start()

    def accept() -> None:
        with contextlib.suppress(OSError):
            while True:
                conn, _ = listener.accept()
                open_now.append(conn)
                spawn(converse, conn)

    def converse(conn: socket.socket) -> None:
        with contextlib.suppress(OSError), conn:
            while head := _head(conn):
                line, *headers = head.split("\r\n")
                if f"Proxy-Authorization: Basic {right}" not in headers:
                    proxy.refused += 1
                    challenge = f'Proxy-Authenticate: Basic realm="{realm}"\r\nContent-Length: 0\r\n\r\n'
                    conn.sendall(f"HTTP/1.1 407 Proxy Authentication Required\r\n{challenge}".encode())
                    continue
                authority = line.split(" ")[1]
                proxy.asked.append(authority)
                with socket.create_connection(("127.0.0.1", int(authority.rpartition(":")[2]))) as there:
                    open_now.append(there)
                    conn.sendall(b"HTTP/1.1 200 Connection established\r\n\r\n")
                    spawn(_pipe, there, conn)
                    _pipe(conn, there)
                return

    spawn(accept)
    try:
        yield proxy
    finally:
        listener.shutdown(socket.SHUT_RDWR)
        listener.close()
        for conn in open_now:
            conn.close()
        for thread in threads:
            thread.join(5)


def _head(conn: socket.socket) -> str:
    data = b""
    while b"\r\n\r\n" not in data:
        piece = conn.recv(4096)
        if not piece:
            return ""
        data += piece
    return data.partition(b"\r\n\r\n")[0].decode("latin-1")


def _pipe(source: socket.socket, target: socket.socket) -> None:
    with contextlib.suppress(OSError):
        while piece := source.recv(65536):
            target.sendall(piece)
        target.shutdown(socket.SHUT_WR)
