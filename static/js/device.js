// The browser's own database, and what lies in it: sealed for its author. Read by kept.js, log.js and offline.js.
// Nothing about people survives a sign-out or a day; what somebody wrote does, until it is sent or discarded.
const device = (() => {
  "use strict";

  const DAY = 24 * 60 * 60 * 1000;
  const bytes = (text) => Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));

  // Writings by owner, form and part; the name of this device by owner; whom one may call; the keys to both.
  function open() {
    return new Promise((resolve, reject) => {
      const request = indexedDB.open("kept", 2);
      request.onupgradeneeded = () => {
        const stores = { writings: ["owner", "about", "name"], devices: "owner", people: "owner", keys: "owner" };
        for (const [name, keyPath] of Object.entries(stores)) {
          if (!request.result.objectStoreNames.contains(name)) request.result.createObjectStore(name, { keyPath });
        }
      };
      request.onsuccess = () => {
        // A newer version of the product in another tab need not wait for this one.
        request.result.onversionchange = () => request.result.close();
        resolve(request.result);
      };
      request.onerror = request.onblocked = () => reject(request.error ?? new Error("blocked"));
    });
  }

  // One transaction: `act` gets the store; what its last request found is the answer.
  function within(database, store, mode, act) {
    return new Promise((resolve, reject) => {
      const transaction = database.transaction(store, mode);
      const request = act(transaction.objectStore(store));
      transaction.oncomplete = () => resolve(request?.result);
      transaction.onerror = transaction.onabort = () => reject(transaction.error);
    });
  }

  const keys = (words) => Promise.all(words.split(" ").map((key) =>
    crypto.subtle.importKey("raw", bytes(key), "AES-GCM", false, ["encrypt", "decrypt"])));

  async function seal(key, what) {
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const text = new TextEncoder().encode(JSON.stringify(what));
    return { iv, cipher: await crypto.subtle.encrypt({ name: "AES-GCM", iv }, key, text) };
  }

  // Null where none of the keys fits.
  async function unseal(mine, row) {
    for (const key of mine) {
      try {
        const text = await crypto.subtle.decrypt({ name: "AES-GCM", iv: row.iv }, key, row.cipher);
        return JSON.parse(new TextDecoder().decode(text));
      } catch { /* another key */ }
    }
    return null;
  }

  // Whom one may call, and the keys, for a day from now.
  async function remember(database, owner, mine, people) {
    const until = Date.now() + DAY;
    const sealed = await seal(mine[0], people);
    await within(database, "people", "readwrite", (store) => { store.clear(); return store.put({ owner, until, ...sealed }); });
    await within(database, "keys", "readwrite", (store) => { store.clear(); return store.put({ owner, until, keys: mine }); });
  }

  // Who uses this device without a connection: the owner, the keys and the people; null once the day is over.
  async function remembered(database) {
    const [held] = await within(database, "keys", "readonly", (store) => store.getAll());
    if (!held) return null;
    if (held.until < Date.now()) { await forgetPeople(database); return null; }
    const row = await within(database, "people", "readonly", (store) => store.get(held.owner));
    return { owner: held.owner, keys: held.keys, people: row && await unseal(held.keys, row) };
  }

  async function forgetPeople(database) {
    for (const name of ["people", "keys"]) await within(database, name, "readwrite", (store) => store.clear());
  }

  // Whoever signed out, or never signed in, leaves no names behind; nor does a day that is over.
  async function tidyUp() {
    if (indexedDB.databases && !(await indexedDB.databases()).some(({ name }) => name === "kept")) return;
    const database = await open();
    if (!document.body.dataset.sessionSeconds && !("shell" in document.body.dataset)) await forgetPeople(database);
    else await remembered(database);
    database.close();
  }

  return { open, within, keys, seal, unseal, remember, remembered, forgetPeople, tidyUp };
})();
device.tidyUp().catch(() => {});
