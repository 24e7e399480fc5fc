// Cross lines and caption strip, for those who switched them on. Everything on the page works without it, so any failure is silent.
(() => {
  const root = document.documentElement;

  // 十字线: two lines that meet at the pointer. They only look: presses go through them.
  if (root.dataset.cross && matchMedia("(pointer: fine)").matches) {
    const line = (name) => {
      const made = document.createElement("div");
      made.className = `cross-line ${name}`;
      made.setAttribute("aria-hidden", "true");
      return document.body.appendChild(made);
    };
    const [row, column] = [line("cross-row"), line("cross-column")];
    const show = (on) => [row, column].forEach((one) => one.toggleAttribute("data-on", on));
    document.addEventListener("pointermove", (event) => {
      row.style.transform = `translateY(${event.clientY}px)`;
      column.style.transform = `translateX(${event.clientX}px)`;
      show(true);
    });
    root.addEventListener("pointerleave", () => show(false));
  }

  // 大字幕: repeats what has the focus, what lies under the pointer, and what is being read aloud.
  const strip = document.querySelector(".caption");
  if (!strip) return;
  const tidy = (text) => (text || "").replace(/\s+/g, " ").trim();
  const say = (text) => {
    const said = tidy(text);
    if (said) strip.textContent = said.length > 60 ? `${said.slice(0, 59)}…` : said;
  };
  // A field says its question, never what was typed: others may look on.
  const named = (element) => {
    if (element.labels && element.labels.length) return element.labels[0].textContent;
    return element.getAttribute("aria-label") || element.textContent;
  };
  document.addEventListener("focusin", (event) => {
    if (event.target.matches("a, button, input, select, textarea, summary")) say(named(event.target));
  });
  document.addEventListener("pointerover", (event) => {
    const block = event.target.closest && event.target.closest("a, button, label, h1, h2, h3, h4, p, li, dt, dd, th, td");
    if (block && !block.closest(".caption")) say(block.innerText);
  });
  // The reading voice tells its sentence: new CustomEvent("yibao-said", { detail: "…" }).
  document.addEventListener("yibao-said", (event) => say(event.detail));
})();
