"""The report in a browser: nothing runs, nothing leaves, and it can be used by keyboard, in the dark and on a phone."""

from pathlib import Path

import pytest
from browser import ESCAPE, MISSING, TAB, Browser
from test_report import hostile, results

import cleaner

pytestmark = pytest.mark.skipif(bool(MISSING), reason=MISSING or "a browser is here")


@pytest.fixture(scope="module")
def report(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("seen")
    cleaner.write_report(results(folder / "clean"), folder / "report")
    return folder / "report"


@pytest.fixture(scope="module")
def browser():
    window = Browser()
    window.open("about:blank")
    window.requests()  # those of the browser's own first page
    yield window
    window.close()


def page_of(report: Path, words: str) -> Path:
    return next(page for page in sorted(report.glob("article/*.html")) if words in page.read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", ["index.html", "articles.html", "list/1.html", "article"])
def test_nothing_of_a_hostile_article_runs_and_nothing_leaves_the_page(report, browser, name):
    page = page_of(report, "owned") if name == "article" else report / name
    browser.requests(), browser.console()
    browser.open(page)
    assert browser.run("return window.owned") is None
    assert browser.run("return document.querySelectorAll('img, iframe, object, embed, link, form').length") == 0
    assert browser.run("return document.querySelectorAll('[onerror], [onclick], [onmouseover], [style]').length") == 0
    scripts = browser.run("return [...document.scripts].filter(s => !s.type).length")
    assert scripts == {"articles.html": 1, "article": 1}.get(name, 0)
    outside = [address for address in browser.requests() if not address.startswith("file:")]
    assert outside == []
    assert browser.console() == []


def test_a_script_that_slipped_in_would_be_stopped_by_the_policy(report, browser, tmp_path):
    """The last line of defence by itself: markup put behind the escaping does not run, style or load either."""
    page = tmp_path / "slipped.html"
    slip = "<script>window.owned = 1</script><img src='http://127.0.0.1:9/x' onerror='window.owned = 1'>"
    slip += "<b style='color: red'>b</b>"
    page.write_text(
        page_of(report, "owned").read_text(encoding="utf-8").replace("</main>", slip + "</main>"), encoding="utf-8"
    )
    browser.open(page)
    assert browser.run("return window.owned") is None
    assert browser.run("return getComputedStyle(document.querySelector('main > b')).color") != "rgb(255, 0, 0)"
    assert len([said for said in browser.console() if "Content Security Policy" in said]) >= 3


def test_each_change_is_reached_by_tab_and_tells_its_reason(report, browser):
    browser.open(page_of(report, "Ferry cat"))
    browser.run("document.querySelector('.legend input:last-of-type').focus()")
    for _ in range(30):
        browser.keys(TAB)
        if browser.run("return document.activeElement.matches('a.c')"):
            break
    assert browser.run("return getComputedStyle(document.activeElement.nextElementSibling).display") == "block"
    note = browser.run("return document.activeElement.nextElementSibling.innerText")
    assert "title." in note
    first = browser.run("return document.activeElement.id")
    browser.keys("j")
    assert browser.run("return document.activeElement.id") != first
    browser.keys("k")
    assert browser.run("return document.activeElement.id") == first
    browser.keys(ESCAPE)
    assert browser.run("return document.activeElement === document.body")


def test_the_legend_hides_what_was_cut(report, browser):
    browser.open(page_of(report, "Ferry cat"))
    seen = "return [...document.querySelectorAll('.l.cut')].filter(l => l.checkVisibility()).length"
    assert browser.run(seen) > 0
    browser.run("document.getElementById('show-cut').click()")
    assert browser.run(seen) == 0


@pytest.mark.parametrize("name", ["index.html", "articles.html", "list/1.html", "article"])
def test_a_phone_needs_no_sideways_scrolling(report, browser, name):
    browser.resize(360, 740)
    browser.open(page_of(report, "Ferry cat") if name == "article" else report / name)
    assert browser.run("return document.documentElement.scrollWidth") <= 360
    browser.resize(1280, 900)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_stands_out_from_its_background(report, browser, scheme):
    """At least 4.5 to 1, as WCAG AA asks, for every piece of text on the page."""
    browser.scheme(scheme)
    browser.open(page_of(report, "Ferry cat"))
    low = browser.run(CONTRAST)
    browser.scheme("light")
    assert low == []


def test_search_finds_orders_and_leads_to_the_article(report, browser):
    browser.open(report / "articles.html")
    every = browser.run("return document.querySelectorAll('tbody tr').length")
    browser.run("document.getElementById('query').focus()")
    browser.keys("ferry cat")
    assert browser.run("return document.querySelectorAll('tbody tr').length") == 1 < every
    browser.run("document.querySelector('tbody a').click()")
    assert "Ferry cat" in browser.run("return document.querySelector('h1').innerText")


def test_hostile_texts_are_seen_as_they_stand(report, browser):
    browser.open(page_of(report, "owned"))
    assert "<script>" in browser.run("return document.querySelector('.raw').innerText")
    assert browser.run("return document.querySelector('h1').innerText") == hostile().headline


CONTRAST = """
const rgb = (color) => (color.match(/[\\d.]+/g) || []).map(Number);
const luminance = ([r, g, b]) => [r, g, b].map((c) => c / 255)
  .map((c) => c <= .04045 ? c / 12.92 : ((c + .055) / 1.055) ** 2.4)
  .reduce((sum, c, i) => sum + c * [.2126, .7152, .0722][i], 0);
const behind = (node) => {
  for (; node; node = node.parentElement) {
    const color = rgb(getComputedStyle(node).backgroundColor);
    if (color.length === 3 || color[3] === 1) return color;
  }
  return [255, 255, 255];
};
const low = [];
for (const node of document.querySelectorAll("body *")) {
  const own = [...node.childNodes].some((n) => n.nodeType === 3 && n.data.trim());
  if (!own || !node.checkVisibility() || node.closest("svg, script, .out")) continue;
  const [a, b] = [luminance(rgb(getComputedStyle(node).color)), luminance(behind(node))].sort((x, y) => y - x);
  if ((a + .05) / (b + .05) < 4.5) low.push([node.className, node.textContent.slice(0, 30), (a + .05) / (b + .05)]);
}
return low;
"""
