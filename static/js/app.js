// What the pages do beyond HTML and htmx. Nothing here is needed to do the work: without it menus, filters,
// lists and forms still function. No text lives here; words come from the templates.
(() => {
  "use strict";

  const page = document.body;
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const one = (selector, root = document) => root.querySelector(selector);
  const inField = (element) => element.closest("input, select, textarea, [contenteditable], dialog");

  document.documentElement.classList.remove("no-js");
  DKFDS.init();

  // Phones start with the folds closed, as a filter form is longer than the list's first card.
  if (matchMedia("(max-width: 899px)").matches) all("details.fold").forEach((fold) => fold.removeAttribute("open"));

  // What was swapped tells its own news; where it has none, its surroundings do.
  function announce(target) {
    const news = one("[data-announce]", target) ?? one("[data-announce]", target.parentElement ?? target);
    if (news) one("#live").textContent = news.textContent.trim().replace(/\s+/g, " ");
  }

  // htmx tells the element that asked; what was swapped is the request's target, found again by its id
  // because the old element is gone when the whole of it was replaced.
  document.addEventListener("htmx:after:swap", (event) => {
    const asked = event.detail?.ctx?.target;
    const target = asked?.isConnected ? asked : asked?.id && document.getElementById(asked.id);
    if (!(target instanceof Element)) return;
    DKFDS.init({ scope: target });
    announce(target);
    one("[data-takes-focus]", target)?.focus();
    showSelection();
  });

  // A draft that could not be saved says so where it says "saved".
  document.addEventListener("htmx:error", (event) => {
    const draft = event.target instanceof Element && one("[data-draft]", event.target.closest("form") ?? event.target);
    if (!draft) return;
    draft.textContent = draft.dataset.draft;
    draft.toggleAttribute("data-failed", true);
  });

  // Choosing rows, and the bar of what can be done with them.
  const boxes = () => all("[data-select]");

  function showSelection() {
    const chosen = boxes().filter((box) => box.checked);
    all("[data-row]").forEach((row) => row.classList.toggle("is-selected", Boolean(one("[data-select]:checked", row))));
    all("[data-select-all]").forEach((box) => { box.checked = chosen.length > 0 && chosen.length === boxes().length; });
    all("[data-bulk]").forEach((bar) => {
      bar.hidden = chosen.length === 0;
      one("[data-count]", bar).textContent = chosen.length;
    });
  }

  showSelection();

  // What is shown this once is copied whole; where the browser does not let us, it is selected at least.
  document.addEventListener("click", async (event) => {
    const button = event.target.closest("[data-copy]");
    if (!button) return;
    const field = document.getElementById(button.dataset.copy);
    field.select();
    try { await navigator.clipboard.writeText(field.value); } catch { return; }
    one("#live").textContent = button.textContent = button.dataset.copied;
  });

  document.addEventListener("change", (event) => {
    if (event.target.matches("[data-select-all]")) boxes().forEach((box) => { box.checked = event.target.checked; });
    if (event.target.matches("[data-select], [data-select-all]")) showSelection();
  });

  document.addEventListener("click", (event) => {
    const hit = (selector) => event.target.closest(selector);
    all("details[data-menu][open]").forEach((menu) => { if (!menu.contains(event.target)) menu.open = false; });
    if (hit("[data-print]")) window.print();
    if (hit("[data-clear-selection]")) { boxes().forEach((box) => { box.checked = false; }); showSelection(); }

    const opener = hit("[data-opens]");
    if (opener) {
      event.preventDefault();
      opener.closest("details[data-menu]")?.removeAttribute("open");
      document.getElementById(opener.dataset.opens).showModal();
    }

    const day = hit("[data-day]");
    if (day) {
      const field = document.getElementById(day.dataset.for);
      field.value = day.dataset.day;
      field.dispatchEvent(new Event("input", { bubbles: true }));
    }
  });

  // One-key shortcuts: outside fields only, and a person's own setting switches them off (WCAG 2.1.4).
  function step(by) {
    const names = all("[data-row] .person__name");
    const here = names.indexOf(one(".person__name", document.activeElement.closest("[data-row]") ?? document.createElement("i")));
    names[Math.min(Math.max(here + by, 0), names.length - 1)]?.focus();
  }

  const keys = {
    "/": () => one("#search-everywhere")?.focus(),
    j: () => step(1),
    k: () => step(-1),
    x: () => one("[data-select]", document.activeElement.closest("[data-row]") ?? document.createElement("i"))?.click(),
    "?": () => one("#shortcuts-dialog")?.showModal(),
  };

  document.addEventListener("keydown", (event) => {
    const menu = event.key === "Escape" && event.target.closest("details[data-menu][open]");
    if (menu) { menu.open = false; one("summary", menu).focus(); }
    if (page.dataset.shortcuts !== "on" || event.ctrlKey || event.metaKey || event.altKey || inField(event.target)) return;
    if (!keys[event.key]) return;
    event.preventDefault();
    keys[event.key]();
  });

  // A navigation wider than the window shows where one is.
  const here = one(".top__nav [aria-current]");
  if (here) {
    const nav = here.closest("nav");
    nav.scrollLeft = here.getBoundingClientRect().left - nav.getBoundingClientRect().left - 16;
  }

  // The session: warn five minutes before it ends; any page in any window keeps it alive.
  const dialog = one("#session-dialog");
  const seconds = Number(page.dataset.sessionSeconds);
  if (!dialog || !seconds) return;
  const others = new BroadcastChannel("session");
  let warning, ending;

  function restart() {
    clearTimeout(warning);
    clearTimeout(ending);
    if (dialog.open) dialog.close();
    warning = setTimeout(() => dialog.showModal(), Math.max(seconds - 300, 20) * 1000);
    ending = setTimeout(leave, seconds * 1000);
  }

  // Nobody's case stays on an unattended screen; signing in leads back to this page.
  function leave() {
    const here = encodeURIComponent(location.pathname + location.search);
    location.assign(`${dialog.dataset.signInUrl}?next=${here}`);
  }

  function alive() {
    restart();
    others.postMessage("alive");
  }

  others.addEventListener("message", restart);
  document.addEventListener("htmx:after:request", alive);
  document.addEventListener("kept:sent", alive);
  dialog.addEventListener("close", () => { if (dialog.returnValue === "stay") fetch(dialog.dataset.stayUrl).then(alive); });
  alive();
})();
