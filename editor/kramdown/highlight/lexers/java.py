"""Java as Rouge reads it: words before a name and a parenthesis make it a function's (rouge/lexers/java.rb)."""

from __future__ import annotations

from editor.kramdown.highlight.grammar import Grammar, Part, quoted

_KEYWORDS = """
    assert break case catch continue default do else finally for if goto instanceof new return switch this throw try
    while
"""
_DECLARATIONS = """
    abstract const enum extends final implements native private protected public static strictfp super synchronized
    throws transient volatile
"""
_TYPES = "boolean byte char double float int long short var void"
_ID = r"(?u:[^\W\d]\w*)"
_CAPITAL = r"(?-i:[A-ZÀ-ÖØ-Þ])"
_BEFORE_FUNCTION = r"\s*(?:[a-zA-Z_][a-zA-Z0-9_.\[\]<>]*+\s++){1,12}?"  # more words than twelve are no signature


def _one_of(text: str) -> str:
    return rf"(?:{'|'.join(text.split())})\b"


JAVA: Grammar = Grammar(
    {
        "root": [
            (r"[^\S\n]+", ""),
            (r"//.*?$", "c1"),
            (r"(?s:/\*.*?\*/)", "cm"),
            (_one_of(_KEYWORDS), "k"),
            (
                rf"({_BEFORE_FUNCTION})([a-zA-Z_][a-zA-Z0-9_]*)(\s*)(\()",
                (Part(lambda: JAVA), "nf", "", "o"),
            ),
            (rf"@{_ID}", "nd"),
            (_one_of(_DECLARATIONS), "kd"),
            (_one_of(_TYPES), "kt"),
            (r"(?:true|false|null)\b", "kc"),
            (r"(?:class|interface)\b", "kd", "class"),
            (r"(?:import|package)\b", "kn", "import"),
            (quoted('"'), "s"),
            (r"'(?:\\.|[^\\]|\\u[0-9a-f]{4})'", "sc"),
            (rf"(\.)({_ID})", ("o", "na")),
            (rf"{_ID}:", "nl"),
            (rf"{_CAPITAL}[A-Z0-9_]*\b", "no"),
            (rf"{_CAPITAL}(?u:[^\W_]*)\b", "nc"),
            (rf"\$?{_ID}", "n"),
            (r"[~^*!%&\[\](){}<>|+=:;,./?-]", "o"),
            (r"[0-9](?:_*[0-9])*\.[0-9](?:_*[0-9])*(?:[eE][0-9](?:_*[0-9])*)?[fd]?", "mf"),
            (r"0[bB][01](?:_*[01])*", "mb"),
            (r"0[xX][0-9a-fA-F](?:_*[0-9a-fA-F])*", "mh"),
            (r"0[0-7](?:_*[0-7])*", "mo"),
            (r"[0-9](?:_*[0-9])*L?", "mi"),
            (r"\n", ""),
        ],
        "class": [(r"\s+", ""), (_ID, "nc", "#pop")],
        "import": [(r"\s+", ""), (r"[a-zA-Z0-9_.]+\*?", "nn", "#pop")],
    }
)
