from __future__ import annotations

from datetime import datetime

import pytest

from editor.render.site_links import SiteLinks, Unknown
from editor.site.site import Site


@pytest.mark.parametrize(
    ("source", "result"),
    [
        ("![x]({{ '/assets/a b.png' | relative_url }})", "![x](/blog/assets/a%20b.png)"),
        ('{{ "assets/x.png" | relative_url }}', "/blog/assets/x.png"),
        ("{{ '/x' | absolute_url }}", "https://example.org/blog/x"),
        ("{{ 'https://other.org/x' | absolute_url }}", "https://other.org/x"),
        ("{{ site.baseurl }}/x and {{site.url}}", "/blog/x and https://example.org"),
        ('{{ "/x" | prepend: site.baseurl }}', "/blog/x"),
        ("{% link about.md %}", "/blog/about.html"),
        ("{% link assets/images/dot.svg %}", "/blog/assets/images/dot.svg"),
        ("{% link _posts/2025-11-21-big-news.md %}", "/blog/2025/big-news.html"),
        ("[x]({% post_url 2025-11-21-big-news %})", "[x](/blog/2025/big-news.html)"),
        ("{% raw %}{{ site.baseurl }}{% endraw %}", "{{ site.baseurl }}"),
        ("{{ page.title }} {% include x.html %} {{ 'a' | upcase }}", None),
        ("a } b {{ c", None),
    ],
)
def test_links_are_worked_out_and_other_liquid_is_left(
    based_site: Site, now: datetime, source: str, result: str | None
):
    text, unknown = SiteLinks(based_site).work_out(source, url="/x.html", now=now, absolute=True)
    assert text == (source if result is None else result)
    assert not unknown


def test_a_link_to_nothing_is_told_with_its_line(based_site: Site, now: datetime):
    source = "a\n\n[x]({% post_url 2020-01-01-none %})\n{% link none.md %}\n"
    text, unknown = SiteLinks(based_site).work_out(source, url="", now=now, absolute=True)
    assert text == source
    assert unknown == (Unknown("post_url", "2020-01-01-none", 2), Unknown("link", "none.md", 3))


def test_a_file_outside_the_site_is_linked_to_as_little_as_by_jekyll(based_site: Site, now: datetime):
    (based_site.root.parent / "secret.md").write_text("x")
    _, unknown = SiteLinks(based_site).work_out("{% link ../secret.md %}", url="", now=now, absolute=True)
    assert unknown == (Unknown("link", "../secret.md", 0),)


def test_in_the_preview_absolute_urls_stay_inside_the_folder(based_site: Site, now: datetime):
    text, _ = SiteLinks(based_site).work_out("{{ '/x' | absolute_url }}", url="", now=now, absolute=False)
    assert text == "/blog/x"
