"""The scoreboard as a test reads it: its numbers, and the people behind each."""

import re
from html.parser import HTMLParser

BOARD = "/goals/"
LIST = "/goals/list/"
PERSON = re.compile(r'class="person__name" href="([^"]*)"')


class Numbers(HTMLParser):
    """The links to lists on a page, with the number that each of them says."""

    def __init__(self, html):
        super().__init__()
        self.found, self.href = [], None
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        href = dict(attrs).get("href") or ""
        if tag == "a" and href.startswith(LIST):
            self.href = href

    def handle_data(self, text):
        if self.href and text.strip():
            self.found.append((int(text.split()[0]), self.href))
            self.href = None


def people_listed(client, url):
    """Who stands in a list, on all of its pages."""
    found = []
    while url:
        html = client.get(url).content.decode()
        found += PERSON.findall(html)
        following = re.search(r'rel="next" href="([^"]*)"', html)
        url = following and LIST + following[1].replace("&amp;", "&")
    return found
