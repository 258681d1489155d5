// The log of a contact: kept on this device from the first letter on, sealed for its author (outbox.js, device.js).
// No key is listened to: what a phone's dictation writes arrives as input like any other. No text lives here.
(() => {
  "use strict";

  const one = (selector, root = document) => root.querySelector(selector);

  // The form, and the one entry that is being written in it.
  class Entry {
    constructor(form, outbox) {
      Object.assign(this, { form, outbox, writing: Promise.resolve() });
      this.status = one("[data-log-status]", form);
      this.done = form.nextElementSibling;
      form.addEventListener("input", () => { if (this.person) this.write("begun"); });
      form.addEventListener("submit", (event) => this.submit(event));
      outbox.changed.push((name, result, sequence) => {
        if (name !== this.name || !this.isOver) return;
        Object.assign(this, { sequence, isTold: true });
        this.tell(result);
      });
    }

    // Whom it is about; what was begun for them stands in the form again.
    async about(person) {
      Object.assign(this, { person, isOver: false, sequence: 0, name: crypto.randomUUID() });
      this.key = this.form.elements.key.value || crypto.randomUUID();
      const named = location.hash.slice(1);
      const isBound = "logBound" in this.form.dataset;
      const rows = (await this.outbox.rows()).filter(({ name, entry }) => entry.person === person.id && (isBound
        ? entry.key === this.key
        : name === named || (!named && ["begun", "refused"].includes(entry.state))));
      const row = rows.at(-1);
      if (row) {
        Object.assign(this, { name: row.name, sequence: row.sequence, key: row.entry.key });
        this.elsewhere(row.entry);
        if (!isBound) this.restore(row.entry);
      }
      this.form.elements.key.value = this.key;
      this.outbox.editing = this.name;
      if (row) await this.write("begun");
      this.form.dataset.logReady = "";
    }

    fields() {
      return [...new FormData(this.form)].filter(([name, value]) =>
        typeof value === "string" && !["csrfmiddlewaretoken", "key"].includes(name));
    }

    // On the device at once. Another tab's words under the same name stay: these get a name of their own.
    write(state) {
      const { id, name: who, url } = this.person;
      const draft = this.form.getAttribute("hx-post") ?? "";
      const entry = { state, person: id, who, url, draft, key: this.key, at: Date.now(), fields: this.fields() };
      this.writing = this.writing.then(async () => {
        let kept = await this.outbox.put(this.name, entry, this.sequence);
        if (kept === null) {
          this.outbox.editing = this.name = crypto.randomUUID();
          kept = await this.outbox.put(this.name, entry, 0);
        }
        this.sequence = kept;
        this.say("device");
      }).catch(() => this.say("unsafe"));
      return this.writing;
    }

    restore(entry) {
      const said = new Map();
      this.asOf(entry).forEach(([name, value]) => said.set(name, [...(said.get(name) ?? []), value]));
      [...this.form.elements].forEach((control) => {
        if (!control.name || ["csrfmiddlewaretoken", "once", "key", "day"].includes(control.name)) return;
        const values = said.get(control.name) ?? [];
        if (["checkbox", "radio"].includes(control.type)) control.checked = values.includes(control.value);
        else control.value = values[0] ?? "";
        if (control.value && control.type !== "radio") control.closest("details")?.setAttribute("open", "");
      });
    }

    // "Today" was another day when it was written: the day itself then.
    asOf({ fields, at }) {
      const day = (moment) => new Date(moment).toLocaleDateString("sv-SE", { timeZone: "Europe/Copenhagen" });
      const told = Object.fromEntries(fields);
      const then = told.day || day(at), today = this.form.elements.day?.value || day(Date.now());
      if (then === today || !["today", "yesterday"].includes(told.on_when)) return fields;
      const meant = new Date(`${then}T12:00:00Z`);
      if (told.on_when === "yesterday") meant.setUTCDate(meant.getUTCDate() - 1);
      const boxes = { on_when: "another", on_day: meant.getUTCDate(), on_month: meant.getUTCMonth() + 1, on_year: meant.getUTCFullYear() };
      return [...fields.filter(([name]) => !(name in boxes)), ...Object.entries(boxes).map(([name, value]) => [name, String(value)])];
    }

    // A draft from another device stood in the form: it is shown, not written over unseen.
    elsewhere({ fields }) {
      const theirs = this.form.elements.note.value, mine = Object.fromEntries(fields).note ?? "";
      const differs = "logDraft" in this.form.dataset && theirs && !mine.includes(theirs) && !theirs.includes(mine);
      one("[data-log-elsewhere]", this.form).hidden = !differs;
      one("[data-log-elsewhere-words]", this.form).textContent = differs ? theirs : "";
    }

    async submit(event) {
      event.preventDefault();
      if (this.isOver) return;
      Object.assign(this, { isOver: true, isTold: false });
      await this.write("ready");
      this.say("sending");
      this.outbox.editing = "";
      await this.outbox.send();
      if (!this.isTold) this.tell({ state: this.outbox.is || "ready" });
    }

    // What became of it. A form that was refused goes as a form: the page that comes back says at which field.
    async tell({ state, at, url }) {
      if (state === "refused" && this.form.hasAttribute("hx-post")) {
        await this.write("begun");
        this.form.submit();
        return;
      }
      const words = one("[data-log-done-words]", this.done), more = one("[data-log-done-all]", this.done);
      this.form.hidden = true;
      this.done.hidden = false;
      words.dataset.state = state;
      words.textContent = this.outbox.words({ state, at });
      more.hidden = !url;
      if (url) more.href = url;
      one("[data-outbox-last]").hidden = true;
      this.done.focus();
    }

    say(state) {
      this.status.textContent = this.status.dataset[state];
      this.status.dataset.state = state;
    }
  }

  async function start() {
    const outbox = new Outbox(), form = one("form[data-log]");
    try {
      await outbox.start();
    } catch {
      // Where the browser keeps nothing, the form is sent as it is.
      const status = form && one("[data-log-status]", form);
      if (status) status.textContent = status.dataset.unsafe;
      return;
    }
    const entry = form && new Entry(form, outbox);
    const { logPerson, logName } = form?.dataset ?? {};
    if (logPerson) await entry.about({ id: logPerson, name: logName, url: location.pathname });
    document.dispatchEvent(new CustomEvent("outbox:open", { detail: { outbox, entry } }));
    await outbox.send();
  }

  start();
})();
