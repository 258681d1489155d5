// What a mentor's phone keeps for when there is no connection, and the shell that is shown then. The names and numbers
// are sealed, and gone with the sign-out or after a day (device.js). It stands before log.js, whose event it waits for.
(() => {
  "use strict";

  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const one = (selector, root = document) => root.querySelector(selector);
  const isShell = "shell" in document.body.dataset;

  // My people: name, telephone and the meeting of the day, and no more.
  async function remember({ database, owner, keys }) {
    const people = all("[data-person]").map(({ dataset }) => ({
      id: dataset.person,
      url: dataset.personLog,
      name: dataset.personName,
      phone: dataset.personPhone,
      call: dataset.personCall,
      meeting: dataset.personMeeting,
    }));
    const usual = one("[data-people]")?.dataset ?? {};
    await device.remember(database, owner, keys, { people, kind: usual.peopleKind, minutes: usual.peopleMinutes });
    if (!("serviceWorker" in navigator)) return;
    await navigator.serviceWorker.register("/service-worker.js");
    await navigator.serviceWorker.ready;
    // In the language in which the pages are read now.
    const name = (await caches.keys()).find((each) => each.startsWith("shell-"));
    if (name) await (await caches.open(name)).add(new Request("/offline/", { cache: "reload" }));
  }

  function fill(people, openForm) {
    const shape = one("[data-shell-person]");
    const list = people.map((person) => {
      const card = shape.content.cloneNode(true).firstElementChild;
      const put = (part, text) => { one(`[data-shell-${part}]`, card).textContent = text; };
      put("name", person.name);
      put("meeting", person.meeting);
      put("phone", person.phone);
      put("whom", `: ${person.name}`);
      const call = one("[data-shell-call]", card);
      call.href = person.call;
      call.hidden = !person.call;
      one("[data-shell-log]", card).addEventListener("click", () => openForm(person));
      return card;
    });
    one("[data-shell-people]").replaceChildren(...list);
    one("[data-shell-nobody]").hidden = list.length > 0;
  }

  async function shell({ people: kept }, entry) {
    const { people = [], kind, minutes } = kept ?? {};
    const form = one("form[data-log]");
    const openForm = async (person) => {
      form.reset();
      form.hidden = false;
      one("[data-log-done]").hidden = true;
      const usual = kind && one(`[name=kind][value="${CSS.escape(kind)}"]`, form);
      if (usual) usual.checked = true;
      form.elements.on_when.value = "today";
      form.elements.minutes.value = minutes ?? "";
      one("[data-shell-title]").textContent = person.name;
      one("[data-shell-form]").hidden = false;
      one("[data-shell-people]").hidden = true;
      history.replaceState(null, "", person.url + location.hash);
      await entry.about(person);
      one("#log-title").focus();
    };
    one("[data-shell-again]").addEventListener("click", () => location.reload());
    fill(people, openForm);
    const here = people.find((person) => person.url === location.pathname);
    if (here) await openForm(here);
  }

  document.addEventListener("outbox:open", ({ detail: { outbox, entry } }) =>
    (isShell ? shell(outbox, entry) : remember(outbox)).catch(() => {}));
})();
