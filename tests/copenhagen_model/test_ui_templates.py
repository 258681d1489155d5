"""Rules that hold for every template and stylesheet: what the Content-Security-Policy refuses is not written."""

import re

import pytest
from django.conf import settings
from django.template import engines

TEMPLATES = sorted((settings.BASE_DIR / "templates").rglob("*.html"))
STYLES = sorted((settings.BASE_DIR / "static/css").glob("*.css"))
SCRIPTS = sorted((settings.BASE_DIR / "static/js").glob("*.js"))

# So few that leaving htmx or changing its version stays an hour's work. Without hx-swap the target is
# replaced whole (defaultSwap in base.html).
HTMX = {"hx-get", "hx-include", "hx-post", "hx-push-url", "hx-swap", "hx-sync", "hx-target", "hx-trigger"}


def name(path):
    return str(path.relative_to(settings.BASE_DIR))


@pytest.mark.parametrize("path", TEMPLATES, ids=name)
def test_a_template_has_no_inline_style_script_or_handler_and_parses(path):
    source = path.read_text()
    if path.parent.name == "mail":
        # A letter has no style sheet to ask for; what it looks like goes with it.
        source = source.replace("<style>", "")

    assert not re.search(r"\sstyle\s*=|<style|javascript:|\son[a-z]+\s*=\s*[\"']", source)
    assert all("src=" in script for script in re.findall(r"<script[^>]*>", source))
    assert "https://" not in source
    engines["django"].get_template(str(path.relative_to(settings.BASE_DIR / "templates")))


def test_only_a_handful_of_attributes_of_htmx_is_used():
    used = {
        attribute for path in TEMPLATES for attribute in re.findall(r"\s(hx-[a-z:-]+)=", path.read_text())
    }

    assert used <= HTMX


def test_every_part_is_used_somewhere():
    sources = "".join(path.read_text() for path in TEMPLATES)
    sources += "".join(path.read_text() for path in settings.BASE_DIR.glob("*/templatetags/*.py"))
    offered = settings.BASE_DIR / "docs/guide/components.md"

    unused = [
        path.name
        for path in (settings.BASE_DIR / "templates/ui").glob("*.html")
        if f"ui/{path.name}" not in sources and f"ui/{path.name}" not in offered.read_text()
    ]

    assert unused == []


def test_every_icon_that_templates_name_is_in_the_sprite():
    sprite = (settings.BASE_DIR / "node_modules/dkfds/dist/img/all-svg-icons.svg").read_text()
    named = {icon for path in TEMPLATES for icon in re.findall(r'{% icon "([\w-]+)"', path.read_text())}

    assert len(named) > 10
    assert [icon for icon in sorted(named) if f'id="{icon}"' not in sprite] == []


@pytest.mark.parametrize("path", STYLES + SCRIPTS, ids=name)
def test_styles_and_scripts_are_short_and_stay_at_home(path):
    source = path.read_text()

    assert len(source.splitlines()) < 300
    assert "http" not in source
    assert "localStorage" not in source
    assert "eval(" not in source


def classes(css):
    """The class names of a stylesheet; what stands in a url is none."""
    return set(re.findall(r"\.([a-zA-Z][\w-]+)", re.sub(r'url\([^)]*\)|"[^"]*"', "", css)))


def test_no_class_of_ours_is_the_design_systems_by_accident():
    theirs = classes((settings.BASE_DIR / "node_modules/dkfds/dist/css/dkfds.min.css").read_text())
    ours = set().union(*(classes(path.read_text()) for path in STYLES))
    on_purpose = {"skipnav", "icon-svg"}

    shared = {found for found in ours & theirs if not found.startswith(("form-", "button"))}

    assert shared <= on_purpose
