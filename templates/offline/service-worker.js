// The worker of this site in the browser: without a connection it shows the shell, which holds nothing about anybody.
"use strict";

const KEPT = "shell-{{ version }}";
const FILES = {{ files|safe }};
const ARE_FIXED = {{ are_fixed|safe }};
const SHELL = FILES[0];
// In a dead spot an answer neither comes nor fails.
const PATIENCE = 8000;

self.addEventListener("install", (event) => {
  const kept = caches.open(KEPT).then((cache) => cache.addAll(FILES.map((file) => new Request(file, { cache: "reload" }))));
  event.waitUntil(kept.then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => {
  const former = caches.keys().then((names) => Promise.all(names.filter((name) => name !== KEPT).map((name) => caches.delete(name))));
  event.waitUntil(former.then(() => self.clients.claim()));
});

async function page(request) {
  const late = new Promise((resolve, reject) => { setTimeout(() => reject(new Error("late")), PATIENCE); });
  try { return await Promise.race([fetch(request), late]); } catch { return caches.match(SHELL); }
}

async function file(request) {
  const kept = await caches.match(request, { ignoreVary: true });
  if (kept && ARE_FIXED) return kept;
  try { return await fetch(request); } catch (error) { if (kept) return kept; throw error; }
}

self.addEventListener("fetch", (event) => {
  const { request } = event, { pathname } = new URL(request.url);
  if (request.method !== "GET") return;
  if (request.mode === "navigate" && pathname !== SHELL) event.respondWith(page(request));
  else if (FILES.includes(pathname)) event.respondWith(file(request));
});
