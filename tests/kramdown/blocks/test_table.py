"""Tables are found and written as kramdown does."""

from __future__ import annotations

import pytest

from editor.kramdown.document import to_html

CASES = [
    pytest.param(
        "a | b\nc | d\n",
        "<table>\n"
        "  <tbody>\n"
        "    <tr>\n"
        "      <td>a</td>\n"
        "      <td>b</td>\n"
        "    </tr>\n"
        "    <tr>\n"
        "      <td>c</td>\n"
        "      <td>d</td>\n"
        "    </tr>\n"
        "  </tbody>\n"
        "</table>\n",
        id="rows need pipes alone",
    ),
    pytest.param(
        "| a | b |\n| c | d\n",
        "<table>\n"
        "  <tbody>\n"
        "    <tr>\n"
        "      <td>a</td>\n"
        "      <td>b</td>\n"
        "    </tr>\n"
        "    <tr>\n"
        "      <td>c</td>\n"
        "      <td>d</td>\n"
        "    </tr>\n"
        "  </tbody>\n"
        "</table>\n",
        id="pipes at the ends are no borders",
    ),
    pytest.param(
        "| a | b | c | d |\n|:--|--:|:-:|---|\n| 1 | 2 | 3 | 4 |\n",
        "<table>\n"
        "  <thead>\n"
        "    <tr>\n"
        '      <th style="text-align: left">a</th>\n'
        '      <th style="text-align: right">b</th>\n'
        '      <th style="text-align: center">c</th>\n'
        "      <th>d</th>\n"
        "    </tr>\n"
        "  </thead>\n"
        "  <tbody>\n"
        "    <tr>\n"
        '      <td style="text-align: left">1</td>\n'
        '      <td style="text-align: right">2</td>\n'
        '      <td style="text-align: center">3</td>\n'
        "      <td>4</td>\n"
        "    </tr>\n"
        "  </tbody>\n"
        "</table>\n",
        id="a separator line ends the head and says the alignment",
    ),
    pytest.param(
        "a | b\n--|--\nc | d\n--|--\ne | f\n",
        "<table>\n"
        "  <thead>\n"
        "    <tr>\n"
        "      <th>a</th>\n"
        "      <th>b</th>\n"
        "    </tr>\n"
        "  </thead>\n"
        "  <tbody>\n"
        "    <tr>\n"
        "      <td>c</td>\n"
        "      <td>d</td>\n"
        "    </tr>\n"
        "  </tbody>\n"
        "  <tbody>\n"
        "    <tr>\n"
        "      <td>e</td>\n"
        "      <td>f</td>\n"
        "    </tr>\n"
        "  </tbody>\n"
        "</table>\n",
        id="further separator lines part bodies",
    ),
    pytest.param(
        "| a |\n|===|\n| b |\n",
        "<table>\n"
        "  <tbody>\n"
        "    <tr>\n"
        "      <td>a</td>\n"
        "    </tr>\n"
        "  </tbody>\n"
        "  <tfoot>\n"
        "    <tr>\n"
        "      <td>b</td>\n"
        "    </tr>\n"
        "  </tfoot>\n"
        "</table>\n",
        id="a line of equals signs begins the foot",
    ),
    pytest.param(
        "|---|---|\n| a | b |\n",
        "<table>\n  <tbody>\n    <tr>\n      <td>a</td>\n      <td>b</td>\n    </tr>\n  </tbody>\n</table>\n",
        id="a separator line before all others is ignored",
    ),
    pytest.param(
        "| a |\n|---|\n",
        "<p>| a |\n|—|</p>\n",
        id="a table without a body is none",
    ),
    pytest.param(
        "| a | b |\n| c |\n| d | e | f |\n",
        "<table>\n"
        "  <tbody>\n"
        "    <tr>\n"
        "      <td>a</td>\n"
        "      <td>b</td>\n"
        "      <td>\u00a0</td>\n"
        "    </tr>\n"
        "    <tr>\n"
        "      <td>c</td>\n"
        "      <td>\u00a0</td>\n"
        "      <td>\u00a0</td>\n"
        "    </tr>\n"
        "    <tr>\n"
        "      <td>d</td>\n"
        "      <td>e</td>\n"
        "      <td>f</td>\n"
        "    </tr>\n"
        "  </tbody>\n"
        "</table>\n",
        id="the widest row says how many columns there are",
    ),
    pytest.param(
        "| `a|b` | ``c | ` d`` |\n",
        "<table>\n"
        "  <tbody>\n"
        "    <tr>\n"
        '      <td><code class="language-plaintext highlighter-rouge">a|b</code></td>\n'
        '      <td><code class="language-plaintext highlighter-rouge">c | ` d</code></td>\n'
        "    </tr>\n"
        "  </tbody>\n"
        "</table>\n",
        id="pipes in code spans are text",
    ),
    pytest.param(
        '| <code class="x">a|b</code> | c |\n',
        "<table>\n"
        "  <tbody>\n"
        "    <tr>\n"
        '      <td><code class="x">a|b</code></td>\n'
        "      <td>c</td>\n"
        "    </tr>\n"
        "  </tbody>\n"
        "</table>\n",
        id="pipes in code elements are text",
    ),
    pytest.param(
        "a \\| b | c\n",
        "<table>\n  <tbody>\n    <tr>\n      <td>a | b</td>\n      <td>c</td>\n    </tr>\n  </tbody>\n</table>\n",
        id="a pipe after a backslash is text",
    ),
    pytest.param(
        "`a | b`\nc | d\n",
        '<p><code class="language-plaintext highlighter-rouge">a | b</code>\nc | d</p>\n',
        id="a line whose only pipe is code makes no table",
    ),
    pytest.param(
        "| a | b\n`c | d`\n",
        "<table>\n"
        "  <tbody>\n"
        "    <tr>\n"
        "      <td>a</td>\n"
        "      <td>b</td>\n"
        "    </tr>\n"
        "    <tr>\n"
        '      <td><code class="language-plaintext highlighter-rouge">c | d</code></td>\n'
        "      <td>\u00a0</td>\n"
        "    </tr>\n"
        "  </tbody>\n"
        "</table>\n",
        id="a row may be code alone where a row with a pipe stands before",
    ),
    pytest.param(
        "a | `b\n` | c\n",
        "<table>\n"
        "  <tbody>\n"
        "    <tr>\n"
        "      <td>a</td>\n"
        "      <td>`b</td>\n"
        "    </tr>\n"
        "    <tr>\n"
        "      <td>`</td>\n"
        "      <td>c</td>\n"
        "    </tr>\n"
        "  </tbody>\n"
        "</table>\n",
        id="code over two lines joins no rows",
    ),
    pytest.param(
        "a <foo> | b\n\nc | d\n",
        "<p>a <foo> | b</foo></p>\n"
        "\n"
        "<table>\n"
        "  <tbody>\n"
        "    <tr>\n"
        "      <td>c</td>\n"
        "      <td>d</td>\n"
        "    </tr>\n"
        "  </tbody>\n"
        "</table>\n",
        id="an element without an end hides the pipes behind it",
    ),
    pytest.param(
        "x\na | b\n\nc | d\ny\n",
        "<p>x\na | b</p>\n\n<p>c | d\ny</p>\n",
        id="a table needs block boundaries",
    ),
    pytest.param(
        "x\n^\na | b\n^\ny\n",
        "<p>x</p>\n"
        "<table>\n"
        "  <tbody>\n"
        "    <tr>\n"
        "      <td>a</td>\n"
        "      <td>b</td>\n"
        "    </tr>\n"
        "  </tbody>\n"
        "</table>\n"
        "<p>y</p>\n",
        id="an EOB marker is a boundary",
    ),
    pytest.param(
        "| *a* | [b](c) | d^2^ |\n",
        "<table>\n"
        "  <tbody>\n"
        "    <tr>\n"
        "      <td><em>a</em></td>\n"
        '      <td><a href="c">b</a></td>\n'
        "      <td>d^2^</td>\n"
        "    </tr>\n"
        "  </tbody>\n"
        "</table>\n",
        id="cells hold spans",
    ),
    pytest.param(
        "| a || b |\n| | c | |\n",
        "<table>\n"
        "  <tbody>\n"
        "    <tr>\n"
        "      <td>a</td>\n"
        "      <td>\u00a0</td>\n"
        "      <td>b</td>\n"
        "    </tr>\n"
        "    <tr>\n"
        "      <td>\u00a0</td>\n"
        "      <td>c</td>\n"
        "      <td>\u00a0</td>\n"
        "    </tr>\n"
        "  </tbody>\n"
        "</table>\n",
        id="empty cells hold a space",
    ),
    pytest.param(
        "| a |\n{: .b}\n\n{: .c}\n| d |\n",
        '<table class="b">\n'
        "  <tbody>\n"
        "    <tr>\n"
        "      <td>a</td>\n"
        "    </tr>\n"
        "  </tbody>\n"
        "</table>\n"
        "\n"
        '<table class="c">\n'
        "  <tbody>\n"
        "    <tr>\n"
        "      <td>d</td>\n"
        "    </tr>\n"
        "  </tbody>\n"
        "</table>\n",
        id="a table takes an IAL",
    ),
    pytest.param(
        "{: .a}\nb | c\nd\n",
        "<p>b | c\nd</p>\n",
        id="an IAL before what is no table is lost",
    ),
    pytest.param(
        "> a | b\n\n- | c |\n\n  | d |\n",
        "<blockquote>\n"
        "  <table>\n"
        "    <tbody>\n"
        "      <tr>\n"
        "        <td>a</td>\n"
        "        <td>b</td>\n"
        "      </tr>\n"
        "    </tbody>\n"
        "  </table>\n"
        "</blockquote>\n"
        "\n"
        "<ul>\n"
        "  <li>\n"
        "    <table>\n"
        "      <tbody>\n"
        "        <tr>\n"
        "          <td>c</td>\n"
        "        </tr>\n"
        "      </tbody>\n"
        "    </table>\n"
        "\n"
        "    <table>\n"
        "      <tbody>\n"
        "        <tr>\n"
        "          <td>d</td>\n"
        "        </tr>\n"
        "      </tbody>\n"
        "    </table>\n"
        "  </li>\n"
        "</ul>\n",
        id="a table stands in quotes and items",
    ),
    pytest.param(
        "either this | or that\nand so on\n",
        "<p>either this | or that\nand so on</p>\n",
        id="prose with a pipe and more lines is a paragraph",
    ),
]


@pytest.mark.parametrize(("text", "html"), CASES)
def test_it_is_written_as_kramdown_writes_it(text: str, html: str) -> None:
    assert to_html(text) == html


def test_a_wide_row_widens_the_others_up_to_a_bound() -> None:
    """Each of the 20,000 rows with 20,000 cells would be 400 million cells."""
    html = to_html("|a" * 20_000 + "\n" + "|b\n" * 20_000)
    assert html.count("<tr>") == 20_001
    assert html.count("<td>") < 300_000


@pytest.mark.parametrize("piece", ["|", "| `", "| <code>", "| <a ", "| <em>", "| <!--", "| `` ", "\\|"])
def test_a_line_of_many_pipes_is_read_once(piece: str) -> None:
    assert to_html("|" + piece * 20_000 + "\n")
