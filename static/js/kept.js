// What is written in a form marked data-kept lies on this device, encrypted for its author, until the server says that it
// holds it. A lost connection, a closed tab or a session that ended loses nothing; the server may hear a writing twice.
// Each part of the form (data-kept-name) is one writing. No text lives here; words come from the template.
(() => {
  "use strict";

  const SEND_AFTER = 800, TRY_AGAIN_AFTER = 5000;
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const one = (selector, root = document) => root.querySelector(selector);

  const { within } = device;

  class Kept {
    constructor(form) {
      Object.assign(this, { form, owner: form.dataset.keptOwner, about: form.dataset.keptAbout });
      this.status = one("[data-kept-status]", form);
      this.unsafe = new Map(); // where the browser keeps nothing: on this page alone
      this.stuck = new Set(); // what waits for the person, not for the connection
      this.writing = Promise.resolve();
      this.last = 0;
      this.isSending = false;
    }

    async start() {
      try {
        this.keys = await device.keys(this.form.dataset.keptKeys);
        this.database = await device.open();
        this.client = await this.named();
      } catch {
        this.database = null;
        this.client = crypto.randomUUID?.() ?? one("[name=once]", this.form).value;
      }
      this.listen();
      await this.restore();
      this.form.dataset.keptReady = "";
      this.send();
    }

    async named() {
      const fresh = { owner: this.owner, client: crypto.randomUUID() };
      const known = await within(this.database, "devices", "readonly", (store) => store.get(this.owner));
      if (!known) await within(this.database, "devices", "readwrite", (store) => store.put(fresh));
      return (known ?? fresh).client;
    }

    listen() {
      const changed = (event) => {
        const part = event.target.closest("[data-kept-name]");
        if (!part) return;
        this.tidy(part, event.target);
        this.write(part);
      };
      this.form.addEventListener("input", changed);
      this.form.addEventListener("click", (event) => {
        const part = event.target.closest("[data-kept-name]");
        if (event.target.closest("[data-kept-mine]")) this.insist(part);
        if (event.target.closest("[data-kept-drop]")) this.giveWay(part);
      });
      this.form.addEventListener("submit", (event) => this.submit(event));
      addEventListener("online", () => this.send());
      document.addEventListener("visibilitychange", () => { if (document.visibilityState === "hidden") this.send(); });
    }

    // Whoever answers skips no more, and whoever writes anew does not say "still true".
    tidy(part, control) {
      const skip = one("[name^='skip-']", part), still = one("[name^='still-']", part);
      if (skip && control !== skip && control !== still) skip.value = "";
      if (still && control !== still) still.checked = false;
      if (still && control === still && still.checked && skip) skip.value = "";
      if (control === skip && skip.value) all("[type=radio], [type=checkbox]", part).forEach((box) => { box.checked = false; });
    }

    controls(part) {
      return all("input, select, textarea", part).filter((control) => control.name);
    }

    fields(part) {
      return this.controls(part)
        .filter((control) => !["checkbox", "radio"].includes(control.type) || control.checked)
        .map((control) => [control.name, control.value]);
    }

    // On the device at once; to the server when the person pauses.
    write(part) {
      const name = part.dataset.keptName;
      this.last = Math.max(this.last + 1, Date.now());
      const row = { name, sequence: this.last, fields: this.fields(part) };
      this.stuck.delete(name);
      this.quiet(part);
      part.append(this.status);
      this.writing = this.writing.then(() => this.keep(row)).then(() => {
        this.say(this.database ? "device" : "unsafe");
        clearTimeout(this.timer);
        this.timer = setTimeout(() => this.send(), SEND_AFTER);
      });
      return this.writing;
    }

    async keep(row) {
      if (!this.database) { this.unsafe.set(row.name, row); return; }
      const sealed = await device.seal(this.keys[0], row.fields);
      const stored = { owner: this.owner, about: this.about, name: row.name, sequence: row.sequence, ...sealed };
      await within(this.database, "writings", "readwrite", (store) => store.put(stored));
    }

    // Everything that the server has not confirmed.
    async waiting() {
      if (!this.database) return [...this.unsafe.values()];
      const range = IDBKeyRange.bound([this.owner, this.about], [this.owner, this.about, []]);
      const rows = await within(this.database, "writings", "readonly", (store) => store.getAll(range));
      const read = await Promise.all(rows.map((row) => this.read(row)));
      return read.filter(Boolean);
    }

    async read(row) {
      const fields = await device.unseal(this.keys, row);
      return fields && { name: row.name, sequence: row.sequence, fields };
    }

    async forget(row) {
      if (!this.database) {
        if (this.unsafe.get(row.name)?.sequence === row.sequence) this.unsafe.delete(row.name);
        return;
      }
      const key = [this.owner, this.about, row.name];
      // In one transaction: what was written while the last one was on its way stays.
      await new Promise((resolve, reject) => {
        const transaction = this.database.transaction("writings", "readwrite");
        const store = transaction.objectStore("writings");
        const found = store.get(key);
        found.onsuccess = () => { if (found.result?.sequence === row.sequence) store.delete(key); };
        transaction.oncomplete = resolve;
        transaction.onerror = transaction.onabort = () => reject(transaction.error);
      });
    }

    // What lay on the device when the page was opened stands in the form again.
    async restore() {
      for (const row of await this.waiting()) {
        const part = this.part(row.name);
        this.last = Math.max(this.last, row.sequence);
        if (!part) continue;
        const said = new Map();
        row.fields.forEach(([name, value]) => said.set(name, [...(said.get(name) ?? []), value]));
        this.controls(part).forEach((control) => {
          const values = said.get(control.name) ?? [];
          if (["checkbox", "radio"].includes(control.type)) control.checked = values.includes(control.value);
          else control.value = values[0] ?? "";
        });
        part.closest("details")?.setAttribute("open", "");
      }
    }

    part(name) {
      return one(`[data-kept-name="${CSS.escape(name)}"]`, this.form);
    }

    async send() {
      await this.writing;
      if (this.isSending) { this.again = true; return; }
      // Also what the page asks no more: it was answered elsewhere meanwhile, and these words are the server's to judge.
      const rows = (await this.waiting()).filter((row) => !this.stuck.has(row.name));
      if (!rows.length) { if (!this.stuck.size && this.said === "device") this.say("saved"); return; }
      if (!navigator.onLine) { this.say(this.database ? "device" : "unsafe"); return; }
      this.isSending = true;
      const answer = await this.post(rows);
      if (answer) await this.settle(rows, answer);
      this.isSending = false;
      if (this.again) { this.again = false; await this.send(); }
    }

    // The server's answer; nothing while there is no connection, or nobody is signed in any more.
    async post(rows) {
      try {
        const response = await fetch(this.form.dataset.kept, {
          method: "POST",
          headers: { "Content-Type": "application/json", "X-CSRFToken": one("[name=csrfmiddlewaretoken]", this.form).value },
          body: JSON.stringify({ client: this.client, writings: rows }),
        });
        if (response.redirected || response.status === 403) { this.say("out"); return null; }
        if (response.status >= 400 && response.status < 500) { this.say("refused"); return null; }
        if (!response.ok) throw new Error(String(response.status));
        document.dispatchEvent(new Event("kept:sent"));
        return (await response.json()).results;
      } catch {
        this.say(this.database ? "device" : "unsafe");
        clearTimeout(this.retry);
        this.retry = setTimeout(() => this.send(), TRY_AGAIN_AFTER);
        return null;
      }
    }

    async settle(rows, results) {
      for (const row of rows) {
        const result = results[row.name], part = this.part(row.name);
        if (!result) { this.stuck.add(row.name); continue; }
        if (result.state === "saved") {
          if (part) one("[name^='seen-']", part).value = result.version;
          await this.forget(row);
        } else {
          this.stuck.add(row.name);
          if (part) this[result.state](part, result);
          else this.say(result.state);
        }
      }
      if (!this.stuck.size) this.say((await this.waiting()).length ? "device" : "saved");
    }

    conflict(part, result) {
      const box = one("[data-kept-conflict]", part);
      one("[data-kept-by]", box).textContent = result.by;
      one("[data-kept-theirs]", box).textContent = result.theirs;
      box.dataset.version = result.version;
      box.hidden = false;
      this.say("conflict");
    }

    refused(part, result) {
      const box = one("[data-kept-refused]", part);
      box.textContent = result.words;
      box.hidden = false;
      this.say("refused");
    }

    quiet(part) {
      one("[data-kept-refused]", part).hidden = true;
    }

    // Mine instead of theirs, which has been seen now.
    insist(part) {
      const box = one("[data-kept-conflict]", part);
      if (box.dataset.version) one("[name^='seen-']", part).value = box.dataset.version;
      box.hidden = true;
      this.write(part).then(() => this.send());
    }

    async giveWay(part) {
      const name = part.dataset.keptName;
      for (const row of await this.waiting()) if (row.name === name) await this.forget(row);
      location.reload();
    }

    // The form goes whole once the server holds what it can; without a connection it stays where it is.
    async submit(event) {
      event.preventDefault();
      clearTimeout(this.timer);
      await this.writing;
      while (this.isSending) await new Promise((go) => setTimeout(go, 100));
      await this.send();
      const open = (await this.waiting()).filter((row) => !this.stuck.has(row.name));
      if (open.length || !navigator.onLine) { this.say(this.database ? "device" : "unsafe"); return; }
      this.form.submit();
    }

    say(state) {
      if (this.said === state) return;
      this.said = state;
      this.status.textContent = this.status.dataset[state];
      this.status.dataset.state = state;
      one("#live").textContent = this.status.dataset[state];
    }
  }

  all("form[data-kept]").forEach((form) => new Kept(form).start());
})();
