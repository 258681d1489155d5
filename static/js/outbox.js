// What lies on this device and waits: entries of the log, begun, ready to be sent, refused, or standing against another
// text. Each is sent under one key however often; it goes when the server holds it or its author discards it.
// No text lives here; words come from templates/contacts/_outbox.html.
const Outbox = (() => {
  "use strict";

  const ABOUT = "log", TRY_AGAIN_AFTER = 5000, PATIENCE = 15000;
  const one = (selector, root = document) => root.querySelector(selector);
  const box = one("[data-outbox]");

  return class {
    constructor() {
      Object.assign(this, { editing: "", client: "", changed: [] });
      this.csrf = box.dataset.outboxCsrf;
    }

    async start() {
      this.database = await device.open();
      this.client = crypto.randomUUID();
      const { outboxOwner, outboxKeys } = box.dataset;
      const held = outboxKeys
        ? { owner: outboxOwner, keys: await device.keys(outboxKeys) }
        : await device.remembered(this.database);
      Object.assign(this, held ?? { owner: "", keys: [] });
      this.people = held?.people;
      addEventListener("online", () => this.send());
      document.addEventListener("visibilitychange", () => this.send());
      box.addEventListener("click", (event) => this.click(event));
    }

    async rows() {
      const range = IDBKeyRange.bound([this.owner, ABOUT], [this.owner, ABOUT, []]);
      const rows = await device.within(this.database, "writings", "readonly", (store) => store.getAll(range));
      const read = await Promise.all(rows.map(async (row) => ({ ...row, entry: await device.unseal(this.keys, row) })));
      return read.filter((row) => row.entry).sort((a, b) => a.entry.at - b.entry.at);
    }

    // Null, and nothing is kept under this name, if another tab wrote here since this one did.
    async put(name, entry, known) {
      const sealed = await device.seal(this.keys[0], entry);
      const row = { owner: this.owner, about: ABOUT, name, sequence: Math.max(known + 1, Date.now()), ...sealed };
      let kept = null;
      await device.within(this.database, "writings", "readwrite", (store) => {
        const found = store.get([row.owner, ABOUT, name]);
        found.onsuccess = () => {
          if (found.result && found.result.sequence !== known) return;
          store.put(row);
          kept = row.sequence;
        };
      });
      return kept;
    }

    // What was written while it was on its way stays.
    forget(name, sequence) {
      return device.within(this.database, "writings", "readwrite", (store) => {
        const found = store.get([this.owner, ABOUT, name]);
        found.onsuccess = () => { if (found.result?.sequence === sequence) store.delete([this.owner, ABOUT, name]); };
      });
    }

    send() {
      this.sending ??= this.pass().finally(() => { this.sending = null; });
      return this.sending;
    }

    async pass() {
      this.is = "";
      const rows = (await this.rows()).filter((row) => row.entry.state === "ready");
      if (rows.length) {
        const results = await this.post(rows);
        for (const row of rows) if (results?.[row.name]) await this.settle(row, results[row.name]);
      }
      await this.show();
    }

    async post(rows) {
      if (!navigator.onLine) return null;
      const writings = rows.map(({ name, sequence, entry }) => ({
        name, sequence, ago: Date.now() - entry.at,
        fields: [...entry.fields, ["key", entry.key], ["case", entry.person], ["version", entry.instead ?? ""]],
      }));
      const body = JSON.stringify({ client: this.client, writings });
      const ask = () => fetch(box.dataset.outboxSend, {
        method: "POST", body, signal: AbortSignal.timeout(PATIENCE),
        headers: { "Content-Type": "application/json", "X-CSRFToken": this.csrf },
      });
      try {
        if (!this.csrf && !(await this.fresh())) return null;
        let response = await ask();
        if (response.status === 403 && await this.fresh()) response = await ask();
        if (response.redirected || response.status === 403) { this.is = "out"; return null; }
        if (!response.ok) throw new Error(String(response.status));
        document.dispatchEvent(new Event("kept:sent"));
        return (await response.json()).results;
      } catch {
        clearTimeout(this.retry);
        this.retry = setTimeout(() => this.send(), TRY_AGAIN_AFTER);
        return null;
      }
    }

    // The token of the session that is open now, if it is the author's.
    async fresh() {
      const response = await fetch(box.dataset.outboxToken, { signal: AbortSignal.timeout(PATIENCE) });
      const session = response.ok && !response.redirected ? await response.json() : {};
      const isMine = session.owner === this.owner;
      if (isMine) this.csrf = session.token; else this.is = "out";
      return isMine;
    }

    // What the server keeps of it for another device goes as well, if it can be told.
    empty(draft) {
      if (draft && this.csrf) fetch(draft, { method: "POST", headers: { "X-CSRFToken": this.csrf } }).catch(() => {});
    }

    async settle({ name, sequence, entry }, result) {
      if (result.state === "saved") {
        await this.forget(name, sequence);
        const last = one("[data-outbox-last]");
        last.textContent = one("#live").textContent = this.words(result);
        last.hidden = Boolean(this.editing);
        this.changed.forEach((listener) => listener(name, result, 0));
      } else {
        const kept = await this.put(name, { ...entry, ...result, instead: "" }, sequence);
        this.changed.forEach((listener) => listener(name, result, kept ?? sequence));
      }
    }

    words({ state, at }) {
      return box.dataset[state].replace("{time}", at ?? "");
    }

    async show() {
      const rows = (await this.rows()).filter((row) => row.name !== this.editing);
      const list = one("[data-outbox-list]", box);
      list.replaceChildren(...rows.map((row) => this.item(row)));
      box.hidden = !rows.length;
    }

    item({ name, sequence, entry }) {
      const item = one("[data-outbox-item]", box).content.cloneNode(true).firstElementChild;
      const language = { en: "en-GB" }[document.documentElement.lang] ?? document.documentElement.lang;
      const at = new Date(entry.at).toLocaleString(language, { dateStyle: "medium", timeStyle: "short" });
      const put = (part, text) => { one(`[data-outbox-${part}]`, item).textContent = text; };
      Object.assign(item.dataset, { name, sequence });
      put("who", `${entry.who}, ${at}`);
      put("state", this.words({ state: entry.state === "ready" && this.is ? this.is : entry.state }));
      put("words", entry.words ?? "");
      put("mine", entry.fields.filter(([field, text]) => /^(note|promise_\d)$/.test(field) && text).map(([, text]) => text).join("\n"));
      const isConflict = entry.state === "conflict";
      if (isConflict) { put("by", entry.by); put("theirs", entry.theirs); }
      one("[data-outbox-conflict]", item).hidden = !isConflict;
      one("[data-outbox-mine-instead]", item).hidden = !isConflict;
      const open = one("[data-outbox-open]", item);
      open.href = `${entry.url}#${name}`;
      open.hidden = isConflict;
      return item;
    }

    async click(event) {
      const item = event.target.closest("li[data-name]");
      const hit = (part) => event.target.closest(`[data-outbox-${part}]`);
      if (!item) return;
      const { name } = item.dataset, sequence = Number(item.dataset.sequence);
      if (hit("discard")) one("[data-outbox-discard-now]", item).hidden = false;
      if (hit("discard-now")) {
        const { entry } = (await this.rows()).find((each) => each.name === name);
        await this.forget(name, sequence);
        this.empty(entry.draft);
        one("#live").textContent = box.dataset.discarded;
        this.changed.forEach((listener) => listener(name, { state: "discarded" }, 0));
        await this.show();
      }
      if (hit("mine-instead")) {
        const row = (await this.rows()).find((each) => each.name === name);
        await this.put(name, { ...row.entry, state: "ready", instead: row.entry.version }, sequence);
        await this.send();
      }
    }
  };
})();
