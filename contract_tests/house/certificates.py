"""Throw-away certificates for a server on loopback, made by the `openssl` command."""

from __future__ import annotations

import subprocess
from pathlib import Path

REQUEST = """
[req]
distinguished_name = name
prompt = no
x509_extensions = here
[name]
CN = stand-in
[here]
subjectAltName = IP:127.0.0.1
[ca]
default_ca = one
[one]
dir = {folder}
database = {folder}/index
serial = {folder}/serial
new_certs_dir = {folder}
default_md = sha256
policy = any
x509_extensions = here
[any]
commonName = supplied
"""


def certificate(folder: Path, *, ends: str | None = None) -> tuple[Path, Path]:
    """The files of a self-signed certificate for 127.0.0.1 and of its key.

    `ends` is when it stops to be good, as `20200201000000Z`; else it is good for a day.
    """
    settings, key, file = folder / "settings", folder / "key.pem", folder / "certificate.pem"
    settings.write_text(REQUEST.format(folder=folder), "utf-8")
    new = ("openssl", "req", "-config", str(settings), "-newkey", "rsa:2048", "-nodes", "-keyout", str(key))
    if ends is None:
        _call(*new, "-x509", "-days", "1", "-out", str(file))
        return file, key
    (folder / "index").write_text("")
    (folder / "serial").write_text("01\n")
    asked = folder / "request.pem"
    _call(*new, "-new", "-out", str(asked))
    dates = ("-startdate", "20200101000000Z", "-enddate", ends)
    signing = ("openssl", "ca", "-config", str(settings), "-batch", "-notext", "-selfsign", "-keyfile", str(key))
    _call(*signing, *dates, "-in", str(asked), "-out", str(file))
    return file, key


def _call(*command: str) -> None:
    done = subprocess.run(command, capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
