"""The window of the program.

`window` is the whole; `top_bar` its row of tabs and search; `screens` the tabs themselves;
`overlays` what lies over them; `catching_up` what goes on because time passes; `geometry` where
the window stands.
"""

from desktop.window.window import Window

__all__ = ["Window"]
