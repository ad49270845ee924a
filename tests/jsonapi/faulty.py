"""A server that fails as it is told, below HTTP: it counts what reached it. Also as a proxy, with CONNECT and TLS."""

from __future__ import annotations

import contextlib
import datetime
import ipaddress
import socket
import ssl
import struct
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

WHOLE = (
    b"HTTP/1.1 200 OK\r\nContent-Type: application/vnd.api+json\r\nConnection: close\r\nContent-Length: %d\r\n\r\n%s"
)

NO_MORE = b"Connection: close\r\nContent-Length: 0\r\n\r\n"  # else the next request may go where nobody reads any more

ANSWERS: dict[str, bytes | None] = {
    "closes": b"",
    "half a status line": b"HTTP/1.",
    "no HTTP": b"\x00\x01garbage\r\n\r\n",
    "half the headers": b"HTTP/1.1 201 Created\r\nContent-Ty",
    "half the body": b"HTTP/1.1 201 Created\r\nContent-Length: 500\r\n\r\n{",
    "a broken chunk": b"HTTP/1.1 201 Created\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
    "a cut chunk": b"HTTP/1.1 201 Created\r\nTransfer-Encoding: chunked\r\n\r\nff\r\n{",
    "broken gzip": b"HTTP/1.1 201 Created\r\nContent-Encoding: gzip\r\nContent-Length: 3\r\n\r\nabc",
    "a redirect": b"HTTP/1.1 307 Temporary Redirect\r\nLocation: /elsewhere\r\n" + NO_MORE,
    "408": b"HTTP/1.1 408 Request Timeout\r\n" + NO_MORE,
    "502": b"HTTP/1.1 502 Bad Gateway\r\n" + NO_MORE,
    "504": b"HTTP/1.1 504 Gateway Timeout\r\n" + NO_MORE,
    "an empty 201": b"HTTP/1.1 201 Created\r\n" + NO_MORE,
    "an empty 200": b"HTTP/1.1 200 OK\r\n" + NO_MORE,
    "a page of HTML": WHOLE % (6, b"<html>"),
    "errors under 200": WHOLE % (25, b'{"errors":[{"title":"x"}]}'[:25]),
}
"""What a server may answer to a write that it took, and that tells nothing of its outcome."""


@dataclass
class Faulty:
    """A faulty server, running. ``requests`` counts those that came whole, ``tunnels`` those to CONNECT.

    ``reads``: what a GET is answered with, where it is to succeed; it gets the number of writes so far.
    """

    port: int = 0
    requests: int = 0
    tunnels: int = 0
    connections: int = 0
    fault: str = "closes"
    reads: Callable[[int], bytes] | None = None
    tls: ssl.SSLContext | None = None
    lock: threading.Lock = field(default_factory=threading.Lock)

    def serve(self, connection: socket.socket) -> None:
        """One connection: by its fault."""
        if self.fault == "resets at once":
            threading.Event().wait(0.1)
            reset(connection)
            return
        head = _head(connection)
        if head.startswith(b"CONNECT "):
            with self.lock:
                self.tunnels += 1
            if tunnelled := self._tunnel(connection):
                with tunnelled:
                    self._answer(tunnelled, _head(tunnelled))
        else:
            self._answer(connection, head)

    def _answer(self, connection: socket.socket, head: bytes) -> None:
        if not head:
            reset(connection)
            return
        if self.reads and head.startswith(b"GET "):
            body = self.reads(self.requests)
            connection.sendall(WHOLE % (len(body), body))
            return
        with self.lock:
            self.requests += 1
        if self.fault == "resets":
            reset(connection)
        elif self.fault == "waits":
            threading.Event().wait(3)
        else:
            connection.sendall(ANSWERS[self.fault] or b"")

    def _tunnel(self, connection: socket.socket) -> socket.socket | None:
        """The TLS connection inside a tunnel; None where the proxy does not let one come about."""
        if self.fault.startswith("refuses CONNECT: "):
            connection.sendall(f"HTTP/1.1 {self.fault[17:]} No\r\n".encode() + NO_MORE)
            return None
        if self.fault == "resets CONNECT":
            reset(connection)
            return None
        connection.sendall(b"HTTP/1.1 200 OK\r\n\r\n")
        if self.fault == "resets in TLS":
            connection.recv(100)
            reset(connection)
            return None
        return self.over_tls(connection)

    def over_tls(self, connection: socket.socket) -> socket.socket | None:
        """The connection with TLS on it; None where the client hangs up."""
        assert self.tls
        try:
            return self.tls.wrap_socket(connection, server_side=True)
        except OSError:
            return None


def _head(connection: socket.socket) -> bytes:
    """The head and the body of a request; empty where none comes."""
    found = b""
    with contextlib.suppress(OSError):
        while b"\r\n\r\n" not in found:
            got = connection.recv(65536)
            if not got:
                return b""
            found += got
        head, _, body = found.partition(b"\r\n\r\n")
        length = next(
            (int(line[15:]) for line in head.split(b"\r\n") if line.lower().startswith(b"content-length:")), 0
        )
        while len(body) < length:
            body += connection.recv(65536)
    return found


def reset(connection: socket.socket) -> None:
    """End a connection by RST, as crashed and impatient proxies do."""
    with contextlib.suppress(OSError):
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    connection.close()


@contextlib.contextmanager
def faulty(handle: Callable[[Faulty, socket.socket], None], tls: ssl.SSLContext | None = None) -> Iterator[Faulty]:
    """A server on a port of its own, each connection in a thread of its own."""
    running = Faulty(tls=tls)
    with socket.create_server(("127.0.0.1", 0)) as listener:
        running.port = listener.getsockname()[1]

        def one(connection: socket.socket) -> None:
            with running.lock:
                running.connections += 1
            with connection, contextlib.suppress(OSError):
                handle(running, connection)

        def accept() -> None:
            with contextlib.suppress(OSError):
                while True:
                    connection, _ = listener.accept()
                    connection.settimeout(20)
                    threading.Thread(target=one, args=(connection,), daemon=True).start()

        thread = threading.Thread(target=accept, daemon=True)
        thread.start()
        yield running
        with contextlib.suppress(OSError):
            listener.shutdown(socket.SHUT_RDWR)
    thread.join(5)


def plain(server: Faulty, connection: socket.socket) -> None:
    """Serves HTTP, also as a proxy."""
    server.serve(connection)


def encrypted(server: Faulty, connection: socket.socket) -> None:
    """Serves HTTPS."""
    if server.fault == "resets in TLS":
        connection.recv(100)
        reset(connection)
    elif server.fault == "resets at once":
        server.serve(connection)
    elif inner := server.over_tls(connection):
        with inner:
            server.serve(inner)


def certificate(folder: Path, host: str) -> tuple[ssl.SSLContext, Path]:
    """A server's TLS for a host, and the file of its certificate, for those who shall trust it."""
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec

    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, host)])
    now = datetime.datetime.now(datetime.UTC)
    names = (
        [x509.DNSName(host), x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]
        if host == "localhost"
        else [x509.DNSName(host)]
    )
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - datetime.timedelta(days=1))
        .not_valid_after(now + datetime.timedelta(days=2))
        .add_extension(x509.SubjectAlternativeName(names), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    place, pem = folder / f"{host}.key", folder / f"{host}.pem"
    pem.write_bytes(made.public_bytes(serialization.Encoding.PEM))
    place.write_bytes(
        key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    )
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(pem, place)
    return context, pem
