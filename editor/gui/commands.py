"""Every command of the window in one table: name, text, keys, icon and place in the menus."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtGui import QAction, QKeySequence

_Key = QKeySequence.StandardKey
_Role = QAction.MenuRole


def QT_TRANSLATE_NOOP(_context: str, text: str) -> str:
    """Marks a text for lupdate, which looks for this name; Qt's own returns `object` by its type stub."""
    return text


@dataclass(frozen=True)
class Command:
    """One command. `keys` are tried in order; the first that this system knows is the one that menus show."""

    name: str
    text: str
    keys: tuple[QKeySequence.StandardKey | str, ...] = ()
    icon: str = ""
    needs: str = ""  # "site" or "post": disabled until one is open
    checked: bool | None = None  # None: it is no switch
    group: str = ""  # of the switches of a group exactly one is on
    role: QAction.MenuRole = _Role.NoRole


@dataclass(frozen=True)
class Line:
    """A separator in a menu."""


@dataclass(frozen=True)
class Menu:
    """A menu or submenu; one without rows is filled while the program runs."""

    name: str
    text: str
    rows: tuple[Command | Menu | Line, ...] = ()


LINE = Line()

FILE = Menu(
    "file",
    QT_TRANSLATE_NOOP("Actions", "&File"),
    (
        Command("new_post", QT_TRANSLATE_NOOP("Actions", "&New Post…"), (_Key.New, "Ctrl+N"), "plus", "site"),
        Command("open_folder", QT_TRANSLATE_NOOP("Actions", "&Open Folder…"), (_Key.Open, "Ctrl+O"), "folder-open"),
        Menu("recent", QT_TRANSLATE_NOOP("Actions", "Open &Recent")),
        Command("go_to_post", QT_TRANSLATE_NOOP("Actions", "&Go to Post…"), ("Ctrl+P",), "search", "site"),
        LINE,
        Command("save", QT_TRANSLATE_NOOP("Actions", "&Save"), (_Key.Save, "Ctrl+S"), "save", "post"),
        Command("export", QT_TRANSLATE_NOOP("Actions", "&Export…"), ("Ctrl+Shift+E",), "upload", "site"),
        LINE,
        Command("close", QT_TRANSLATE_NOOP("Actions", "&Close Folder"), (_Key.Close, "Ctrl+W"), "x", "site"),
        Command("quit", QT_TRANSLATE_NOOP("Actions", "&Quit"), (_Key.Quit, "Ctrl+Q"), role=_Role.QuitRole),
    ),
)

EDIT = Menu(
    "edit",
    QT_TRANSLATE_NOOP("Actions", "&Edit"),
    (
        Command("undo", QT_TRANSLATE_NOOP("Actions", "&Undo"), (_Key.Undo, "Ctrl+Z"), "undo-2", "post"),
        Command("redo", QT_TRANSLATE_NOOP("Actions", "&Redo"), (_Key.Redo, "Ctrl+Shift+Z"), "redo-2", "post"),
        LINE,
        Command("cut", QT_TRANSLATE_NOOP("Actions", "Cu&t"), (_Key.Cut,), "scissors", "site"),
        Command("copy", QT_TRANSLATE_NOOP("Actions", "&Copy"), (_Key.Copy,), "copy", "site"),
        Command("paste", QT_TRANSLATE_NOOP("Actions", "&Paste"), (_Key.Paste,), "clipboard-paste", "site"),
        Command("select_all", QT_TRANSLATE_NOOP("Actions", "Select &All"), (_Key.SelectAll,), "", "site"),
        LINE,
        Command("find", QT_TRANSLATE_NOOP("Actions", "&Find…"), (_Key.Find, "Ctrl+F"), "search", "post"),
        Command("replace", QT_TRANSLATE_NOOP("Actions", "R&eplace…"), (_Key.Replace, "Ctrl+H"), "replace", "post"),
        Command("find_next", QT_TRANSLATE_NOOP("Actions", "Find &Next"), (_Key.FindNext, "F3"), "", "post"),
        Command(
            "find_previous", QT_TRANSLATE_NOOP("Actions", "Find Pre&vious"), (_Key.FindPrevious, "Shift+F3"), "", "post"
        ),
        LINE,
        Command("go_to_text", QT_TRANSLATE_NOOP("Actions", "&Go to Text"), ("F6",), "", "post"),
    ),
)

HEADING = Menu(
    "heading",
    QT_TRANSLATE_NOOP("Actions", "&Heading"),
    (
        Command("heading_1", QT_TRANSLATE_NOOP("Actions", "Level &1"), ("Ctrl+Alt+1",), "heading-1", "post"),
        Command("heading_2", QT_TRANSLATE_NOOP("Actions", "Level &2"), ("Ctrl+Alt+2",), "heading-2", "post"),
        Command("heading_3", QT_TRANSLATE_NOOP("Actions", "Level &3"), ("Ctrl+Alt+3",), "heading-3", "post"),
        Command("heading_4", QT_TRANSLATE_NOOP("Actions", "Level &4"), ("Ctrl+Alt+4",), "heading-4", "post"),
        Command("heading_0", QT_TRANSLATE_NOOP("Actions", "&No Heading"), ("Ctrl+Alt+0",), "", "post"),
    ),
)

FORMAT = Menu(
    "format",
    QT_TRANSLATE_NOOP("Actions", "F&ormat"),
    (
        Command("bold", QT_TRANSLATE_NOOP("Actions", "&Bold"), (_Key.Bold, "Ctrl+B"), "bold", "post"),
        Command("italic", QT_TRANSLATE_NOOP("Actions", "&Italic"), (_Key.Italic, "Ctrl+I"), "italic", "post"),
        Command(
            "strikethrough", QT_TRANSLATE_NOOP("Actions", "&Strikethrough"), ("Ctrl+Shift+X",), "strikethrough", "post"
        ),
        Command("code", QT_TRANSLATE_NOOP("Actions", "&Code"), ("Ctrl+E",), "code", "post"),
        LINE,
        HEADING,
        Command("quote", QT_TRANSLATE_NOOP("Actions", "Block&quote"), ("Ctrl+Shift+.",), "text-quote", "post"),
        Command("bullets", QT_TRANSLATE_NOOP("Actions", "B&ullet List"), ("Ctrl+Shift+8",), "list", "post"),
        Command("numbers", QT_TRANSLATE_NOOP("Actions", "&Numbered List"), ("Ctrl+Shift+7",), "list-ordered", "post"),
        Command("tasks", QT_TRANSLATE_NOOP("Actions", "&Task List"), ("Ctrl+Shift+9",), "list-checks", "post"),
        LINE,
        Command("link", QT_TRANSLATE_NOOP("Actions", "&Link"), ("Ctrl+K",), "link", "post"),
        Command("image", QT_TRANSLATE_NOOP("Actions", "I&mage…"), ("Ctrl+Shift+I",), "image", "post"),
        Command("code_block", QT_TRANSLATE_NOOP("Actions", "Code Bloc&k"), ("Ctrl+Shift+C",), "square-code", "post"),
        Command("table", QT_TRANSLATE_NOOP("Actions", "T&able"), ("Ctrl+Shift+T",), "table", "post"),
    ),
)

THEME = Menu(
    "theme",
    QT_TRANSLATE_NOOP("Actions", "Them&e"),
    (
        Command("theme_system", QT_TRANSLATE_NOOP("Actions", "As the &System"), checked=True, group="theme"),
        Command("theme_light", QT_TRANSLATE_NOOP("Actions", "&Light"), checked=False, group="theme"),
        Command("theme_dark", QT_TRANSLATE_NOOP("Actions", "&Dark"), checked=False, group="theme"),
    ),
)

VIEW = Menu(
    "view",
    QT_TRANSLATE_NOOP("Actions", "&View"),
    (
        Command("sidebar", QT_TRANSLATE_NOOP("Actions", "&Posts List"), ("F9",), "panel-left", "site", checked=True),
        LINE,
        Command(
            "view_text",
            QT_TRANSLATE_NOOP("Actions", "&Text Only"),
            ("Ctrl+1",),
            "pencil-line",
            "site",
            checked=False,
            group="view",
        ),
        Command(
            "view_both",
            QT_TRANSLATE_NOOP("Actions", "Text and Pre&view"),
            ("Ctrl+2",),
            "columns-2",
            "site",
            checked=True,
            group="view",
        ),
        Command(
            "view_preview",
            QT_TRANSLATE_NOOP("Actions", "Preview &Only"),
            ("Ctrl+3",),
            "eye",
            "site",
            checked=False,
            group="view",
        ),
        LINE,
        Command(
            "hide_details",
            QT_TRANSLATE_NOOP("Actions", "&Hide Details"),
            ("Ctrl+Shift+D",),
            "",
            "post",
            checked=False,
        ),
        Command(
            "yaml",
            QT_TRANSLATE_NOOP("Actions", "Front Matter as &YAML"),
            ("Ctrl+Shift+Y",),
            "",
            "post",
            checked=False,
        ),
        Command("jekyll", QT_TRANSLATE_NOOP("Actions", "What &Jekyll Will Do"), ("Ctrl+J",), "", "post"),
        LINE,
        Command(
            "zoom_in", QT_TRANSLATE_NOOP("Actions", "Zoom &In"), (_Key.ZoomIn, "Ctrl+=", "Ctrl++"), "zoom-in", "post"
        ),
        Command("zoom_out", QT_TRANSLATE_NOOP("Actions", "Zoom O&ut"), (_Key.ZoomOut, "Ctrl+-"), "zoom-out", "post"),
        Command("zoom_reset", QT_TRANSLATE_NOOP("Actions", "&Reset Zoom"), ("Ctrl+0",), "", "post"),
        LINE,
        THEME,
        Command(
            "full_screen",
            QT_TRANSLATE_NOOP("Actions", "&Full Screen"),
            (_Key.FullScreen, "F11"),
            "maximize",
            checked=False,
        ),
    ),
)

POST = Menu(
    "post",
    QT_TRANSLATE_NOOP("Actions", "&Post"),
    (
        Command("publish", QT_TRANSLATE_NOOP("Actions", "&Publish"), ("Ctrl+Shift+Return",), "send", "post"),
        Command("unpublish", QT_TRANSLATE_NOOP("Actions", "&Unpublish"), (), "archive-restore", "post"),
        Command("rename", QT_TRANSLATE_NOOP("Actions", "&Rename…"), ("F2",), "file-pen", "post"),
        LINE,
        Command("choose_image", QT_TRANSLATE_NOOP("Actions", "Choose &Image…"), (), "image-plus", "post"),
        Command("images", QT_TRANSLATE_NOOP("Actions", "I&mages of the Site…"), (), "images", "site"),
        LINE,
        Command("show_file", QT_TRANSLATE_NOOP("Actions", "Show in &File Manager"), (), "folder", "post"),
        Command("problems", QT_TRANSLATE_NOOP("Actions", "&Check for Problems"), ("F8",), "triangle-alert", "site"),
    ),
)

HELP = Menu(
    "help",
    QT_TRANSLATE_NOOP("Actions", "&Help"),
    (
        Command("shortcuts", QT_TRANSLATE_NOOP("Actions", "&Keyboard Shortcuts"), ("F1",), "keyboard"),
        Command("about", QT_TRANSLATE_NOOP("Actions", "&About Galley"), (), "info", role=_Role.AboutRole),
    ),
)

MENUS = (FILE, EDIT, FORMAT, VIEW, POST, HELP)


def commands(menu: Menu) -> Iterator[Command]:
    """Every command of a menu and of its submenus, in reading order."""
    for row in menu.rows:
        if isinstance(row, Command):
            yield row
        elif isinstance(row, Menu):
            yield from commands(row)


def key_sequences(command: Command) -> list[QKeySequence]:
    """The keys of a command on this system: the platform's own first, then ours, no doubles."""
    found: list[QKeySequence] = []
    for key in command.keys:
        sequences = [QKeySequence(key)] if isinstance(key, str) else QKeySequence.keyBindings(key)
        found += [sequence for sequence in sequences if sequence not in found]
    return found
