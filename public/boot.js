// Wakes the islands. Everything on the page works without it, so any failure is silent.
(() => {
  // Speaking, where a microphone can be had: the button appears, its script comes with the first tap.
  if (self.AudioWorkletNode && navigator.mediaDevices)
    for (const box of document.querySelectorAll("[data-recorder]")) {
      box.hidden = false;
      box.onclick = (tap) => import("/assets/talk.js").then((talk) => talk.tap(box, tap));
    }
  // Without a line the browser's own page would stand in the place of ours, and what was typed would be out of sight.
  const offline = document.querySelector(".offline");
  const held = (event) => {
    if (navigator.onLine !== false || (event.type === "click" && !event.target.closest("a[href^='/']"))) return;
    event.preventDefault();
    event.stopPropagation();
    offline.hidden = false;
  };
  addEventListener("click", held, true);
  addEventListener("submit", held, true);
  addEventListener("online", () => (offline.hidden = true));
  const wait = navigator.connection;
  if (wait && wait.saveData) return;
  // A module of 14 bytes that takes an externref: older web-views refuse it, and our islands with it.
  const probe = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 1, 111, 0]);
  if (!self.WebAssembly || !WebAssembly.validate(probe)) return;

  const wake = async () => {
    try {
      const islands = document.querySelectorAll("leptos-island");
      if (!islands.length) return;
      const module = await import("/assets/islands.js");
      await module.default({ module_or_path: "/assets/islands.wasm" });
      module.hydrate();
      for (const island of islands) {
        const start = module[island.dataset.component];
        if (start) start(island);
      }
      document.documentElement.dataset.awake = "yes";
    } catch (_) {}
  };
  const whenIdle = () => (self.requestIdleCallback ? requestIdleCallback(wake, { timeout: 4000 }) : setTimeout(wake, 200));
  if (document.readyState === "complete") whenIdle();
  else addEventListener("load", whenIdle);
})();
