"""The log as a mentor writes it on a phone, and what the phone then keeps."""

import time

from django.urls import reverse
from playwright.sync_api import expect

from mentoring.models import Contact
from tests.browsing import sign_in
from tests.people import arranging

NOTE = "We went to the bank; the travel card comes next."
PEOPLE = reverse("my_people")
NOT_SENT = "On this device, not sent yet."

# Everything that lies in the browser's own database: the rows of each store, with all of each as letters.
ON_THE_DEVICE = """
async () => {
  const found = { writings: [], people: [], keys: [] }, names = Object.keys(found);
  // Opening it would make it, and stand in the way of the page that makes it with its stores.
  if (!(await indexedDB.databases()).some(({ name, version }) => name === "kept" && version === 2)) return found;
  await new Promise((resolve, reject) => {
    const request = indexedDB.open("kept");
    request.onerror = reject;
    request.onsuccess = () => {
      const transaction = request.result.transaction(names);
      for (const name of names) {
        const rows = transaction.objectStore(name).getAll();
        rows.onsuccess = () => { found[name] = rows.result.map((row) =>
          JSON.stringify(row) + (row.cipher ? new TextDecoder("latin1").decode(row.cipher) : "")); };
      }
      transaction.oncomplete = () => { request.result.close(); resolve(); };
      transaction.onerror = transaction.onabort = reject;
    };
  });
  return found;
}
"""
# My people have made the phone ready for a dead spot.
HAS_THE_SHELL = """
async () => Boolean(navigator.serviceWorker.controller) && Boolean(await caches.match("/offline/"))
"""
# What stands in the way, where they have not.
HOW_FAR = """
async () => {
  const registration = await navigator.serviceWorker.getRegistration();
  const states = ["installing", "waiting", "active"].map((name) => `${name} ${registration?.[name]?.state}`);
  const kept = await Promise.all((await caches.keys()).map(async (name) =>
    `${name} ${(await (await caches.open(name)).keys()).length}`));
  const held = (await indexedDB.databases()).map(({ name, version }) => `${name} ${version}`);
  return [document.title, `online ${navigator.onLine}`, ...states, ...kept, ...held].join(", ");
}
"""


def phone_on(browser, url):
    """A narrow screen that is touched, in Copenhagen."""
    context = browser.new_context(
        base_url=url,
        viewport={"width": 390, "height": 844},
        has_touch=True,
        is_mobile=True,
        locale="da-DK",
        timezone_id="Europe/Copenhagen",
    )
    context.set_default_timeout(15_000)
    return context


def log_of(case):
    """The address of the form."""
    return reverse("mentoring:log_contact", args=[case.public_id])


def begin(page, username="mentor", then=PEOPLE):
    """Sign in and open a page; My people makes the phone ready for a dead spot."""
    sign_in(page, username, then=then)
    if then == PEOPLE:
        make_ready(page)
    else:
        page.locator("form[data-log-ready]").wait_for()


def make_ready(page):
    """Wait until the phone is ready for a dead spot; the page tells nothing of it, so it is asked."""
    for _time in range(400):
        if page.evaluate(HAS_THE_SHELL) and page.evaluate(ON_THE_DEVICE)["people"]:
            return
        time.sleep(0.1)
    raise AssertionError(f"the phone is not ready: {page.evaluate(HOW_FAR)} at {page.url}")


def write(page, note, how="Met"):
    """As dictation writes: the words arrive without a key being pressed."""
    page.get_by_text(how, exact=True).click()
    page.get_by_label("Note").click()
    page.keyboard.insert_text(note)
    expect(page.locator("[data-log-status]")).to_have_text(NOT_SENT)


def save(page):
    """Press the button."""
    page.get_by_role("button", name="Log the contact").click()


def logged():
    """What arrived."""
    with arranging():
        return list(Contact.objects.select_related("author", "case").order_by("pk"))
