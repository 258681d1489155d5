"""A wire between the browser and the site that can be cut: what is under way breaks, and nobody answers any more."""

import contextlib
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit


class Wire:
    """Passes bytes on to a site, from an address of its own."""

    def __init__(self, url: str) -> None:
        parts = urlsplit(url)
        self.site = parts.hostname, parts.port
        self.is_cut = False
        self.loses_answers = False
        self.open: set[socket.socket] = set()
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self.listener.getsockname()[1]}"
        threading.Thread(target=self._listen, daemon=True).start()

    def cut(self) -> None:
        """No connection from now on."""
        self.is_cut = True
        for each in list(self.open):
            with contextlib.suppress(OSError):
                each.shutdown(socket.SHUT_RDWR)

    def lose_answers(self) -> None:
        """The site hears everything; nobody hears the site."""
        self.loses_answers = True

    def mend(self) -> None:
        """There is a connection again."""
        self.is_cut = self.loses_answers = False

    def close(self) -> None:
        """Nobody listens any more."""
        self.cut()
        self.listener.close()

    def _listen(self) -> None:
        while True:
            try:
                near, _address = self.listener.accept()
            except OSError:
                return
            if self.is_cut:
                near.close()
                continue
            threading.Thread(target=self._carry, args=(near,), daemon=True).start()

    def _carry(self, near: socket.socket) -> None:
        with near, socket.create_connection(self.site) as far:
            self.open |= {near, far}
            back = threading.Thread(target=self._pass, args=(far, near), daemon=True)
            back.start()
            self._pass(near, far)
            back.join()
            self.open -= {near, far}

    def _pass(self, here: socket.socket, there: socket.socket) -> None:
        with contextlib.suppress(OSError):
            while data := here.recv(65536):
                if self.loses_answers and here.getpeername() == self.site:
                    break
                there.sendall(data)
        with contextlib.suppress(OSError):
            there.shutdown(socket.SHUT_WR)


@contextmanager
def wire_to(url: str) -> Iterator[Wire]:
    """A wire for as long as it is needed."""
    wire = Wire(url)
    try:
        yield wire
    finally:
        wire.close()
