"""Holds a page to WCAG 2.2 AA with axe-core, at the widths of a desk, a phone and a phone with large text."""

from pathlib import Path

from playwright.sync_api import Page

SOURCE = Path(__file__).resolve().parent.parent / "node_modules/axe-core/axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
WIDTHS = (1440, 390, 320)
NARROW = 900  # below it static/js/app.js folds the filters as the page loads
# Without preload axe writes no <style> of its own, which our Content-Security-Policy would refuse.
RUN = """
axe.run(document, {runOnly: {type: "tag", values: %s}, resultTypes: ["violations"], preload: false}).then(result =>
    result.violations.map(found => found.id + ": " + found.help + " at "
        + found.nodes.map(node => node.target.join(" ")).join(", ")))
"""
WIDER_THAN_THE_SCREEN = """
() => document.documentElement.scrollWidth <= screen.width ? [] :
    [...document.querySelectorAll("body *")]
        .filter(element => element.getBoundingClientRect().right > screen.width + 1)
        .map(element => element.tagName.toLowerCase() + "." + element.className)
        .concat("page: " + document.documentElement.scrollWidth + " px")
"""


def violations(page: Page) -> list[str]:
    """What axe finds on the page as it is now, one line per rule."""
    # Through the debugger: our Content-Security-Policy rightly stops a script tag.
    session = page.context.new_cdp_session(page)
    session.send("Runtime.evaluate", {"expression": SOURCE.read_text()})
    answer = session.send(
        "Runtime.evaluate", {"expression": RUN % TAGS, "awaitPromise": True, "returnByValue": True}
    )
    session.detach()
    if "exceptionDetails" in answer:
        raise RuntimeError(f"axe failed: {answer['exceptionDetails']}")
    return answer["result"]["value"]


def assert_good(page: Page, console: list[str], widths: tuple[int, ...] = WIDTHS) -> None:
    """The page on screen has no axe violation, no console message, and fits, at every width."""
    loaded_as_narrow = None
    for width in widths:
        page.set_viewport_size({"width": width, "height": 900})
        if loaded_as_narrow is not (width < NARROW):  # what else a width changes is CSS alone
            page.reload()
            loaded_as_narrow = width < NARROW
        where = f"{page.url} at {width} px"
        assert console == [], f"{where} wrote to the console"
        wider = page.evaluate(WIDER_THAN_THE_SCREEN)
        assert wider == [], f"{where} is wider than the screen: {wider}"
        found = violations(page)
        assert found == [], f"{where} fails axe: {found}"
