"""Writing a file whole or not at all, and saying why a file cannot be read or written."""

from __future__ import annotations

import errno
import os
import secrets
from contextlib import suppress
from pathlib import Path

from desktop.language import _
from desktop.refused import Refused


def why_not(error: OSError) -> str:
    """The reason in words of the user, to follow a colon."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return _("the disk is full")
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return _("you have no right to do that there")
    if error.errno in (errno.ENOENT, errno.ENOTDIR):
        return _("the place is not there")
    if error.errno == errno.EISDIR:
        return _("it is a folder")
    return error.strerror or type(error).__name__


def write_whole(path: Path, content: bytes) -> None:
    """Put `content` at `path`, in place of what was there.

    It is written beside it first, so that at no moment half a file stands there. Refuses when the
    place cannot be written; what was there stays."""
    half = path.with_name(f".{path.name}.{secrets.token_hex(4)}.half")
    try:
        with half.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.replace(half, path)
    except OSError as error:
        with suppress(OSError):
            half.unlink(missing_ok=True)
        raise cannot_write(path, error) from error


def read_whole(path: Path) -> bytes:
    """The content of a file; refuses with the reason when it cannot be read."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise cannot_read(path, error) from error


def cannot_read(path: Path, error: OSError) -> Refused:
    return Refused(
        _("{name} cannot be read: {why}.").format(name=path.name, why=why_not(error)), "file"
    )


def cannot_write(path: Path, error: OSError) -> Refused:
    return Refused(
        _("{name} could not be saved: {why}. Choose another place.").format(
            name=path.name, why=why_not(error)
        ),
        "file",
    )
