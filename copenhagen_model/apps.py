"""How static files are collected."""

from django.contrib.staticfiles.apps import StaticFilesConfig as DjangoStaticFilesConfig


class StaticFilesConfig(DjangoStaticFilesConfig):
    """Collect what the pages use of dkfds, not its 41 MB of fonts in five formats."""

    # Maps, logos and some eot/ttf must stay: dkfds.min.css names them, and the manifest storage
    # stops on a name that it cannot find.
    ignore_patterns = [
        *DjangoStaticFilesConfig.ignore_patterns,
        *("scss", "otf", "editors", "skills", "scripts", "ext", "*.md", "license.txt", "*.d.ts"),
        *("dkfds-borgerdk*", "dkfds-virkdk*", "dkfds.css", "dkfds.js"),
        *("htmx.js", "htmx.esm*", "htmax*"),
        *("IBMPlexSans-Thin*", "IBMPlexSans-ExtraLight*", "IBMPlexSans-Light*", "IBMPlexSans-Text*"),
        *("IBMPlexSans-[!R]*.ttf", "IBMPlexSans-[!R]*.eot"),
        *("*-Greek.*", "*-Cyrillic.*", "*-Pi.*", "*-Latin?.woff", "*-Latin3.*"),
    ]
