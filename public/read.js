// Reads the page aloud where it stands: one sentence after the other, each marked while it sounds. Takes its pieces, its
// buttons and all its words from the page that the form 「读给我听」 leads to; without this file the form leads there itself.
// Never begins by itself, never more than one sound at a time, silent as soon as the page is left.
(() => {
  "use strict";
  if (!self.fetch || !self.DOMParser || !self.URLSearchParams || !self.FormData || !self.Audio) return;
  const root = document.documentElement;
  const slowAfter = 15000;
  let now = null;

  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (!form.classList.contains("read-aloud")) return;
    event.preventDefault();
    start(form);
  });
  addEventListener("pagehide", () => now && now.close());

  async function start(form) {
    if (now) now.close();
    const audio = new Audio();
    // Some phones allow sound only to what was touched in the very tap: an empty play asks for it here.
    const asked = audio.play();
    if (asked) asked.catch(() => {});
    say(form.dataset.wait);
    let page;
    try {
      page = await fetchReading(form);
    } catch (_) {
      say(form.dataset.trouble);
      return;
    }
    // A sign-in page, for example: then the plain way.
    if (!page) return HTMLFormElement.prototype.submit.call(form);
    say("");
    now = player(form, page, audio);
    now.play(0);
  }

  async function fetchReading(form) {
    const answer = await fetch(form.action, { method: "POST", body: new URLSearchParams(new FormData(form)), credentials: "same-origin" });
    if (answer.status >= 500) throw new Error("busy");
    const text = await answer.text();
    const page = new DOMParser().parseFromString(text, "text/html");
    const template = page.querySelector("template[data-player]");
    if (!template) return null;
    const pieces = Array.from(page.querySelectorAll("[data-piece]"), (piece) => ({ text: piece.textContent, sound: piece.dataset.sound }));
    return { pieces, silent: template.dataset.player !== "sound", bar: document.importNode(template.content, true).firstElementChild };
  }

  // One line where the bar will be, for what happens before it is there.
  function say(words) {
    const old = document.querySelector(".player-before");
    if (old) old.remove();
    if (!words) return;
    const place = document.createElement("div");
    place.className = "player player-before";
    place.innerHTML = '<p class="player-in player-said" role="status"></p>';
    document.body.append(place);
    place.firstElementChild.textContent = words;
  }

  function player(form, page, audio) {
    const { bar, pieces } = page;
    const words = bar.dataset;
    const said = bar.querySelector(".player-said");
    const button = (what) => bar.querySelector(`[data-do="${what}"]`);
    const ahead = new Audio();
    const voice = page.silent ? browserVoice() : null;
    let at = 0;
    let until = pieces.length;
    let playing = false;
    let pointing = false;
    let renewed = false;
    let slow = 0;
    let turn = 0;

    place(pieces);
    // The caption strip lies at the same edge: as long as we read it lies in the bar.
    const strip = document.querySelector(".caption");
    const stripPlace = strip && document.createComment("");
    if (strip) {
      strip.replaceWith(stripPlace);
      bar.prepend(strip);
    }
    document.body.append(bar);
    // Asked for from the bar that it replaces: there the focus was.
    if (form.closest(".player")) button("play").focus();
    root.classList.add("has-player");
    tell(form.dataset.wait);

    audio.onended = () => (isFinite(audio.duration) && audio.duration - audio.currentTime > 0.5 ? trouble() : next());
    audio.onplaying = () => {
      clearTimeout(slow);
      tell(words.now);
    };
    audio.onwaiting = () => waitNoLonger();
    audio.onerror = () => playing && failed();

    button("play").onclick = () => (playing ? pause() : play(at >= pieces.length ? 0 : at, until));
    button("back").onclick = () => play(Math.max(0, Math.min(at, pieces.length) - 1));
    button("stop").onclick = () => {
      close();
      const start = form.querySelector("button");
      if (start) start.focus();
    };
    button("speed").onchange = () => (audio.playbackRate = rate());
    button("point").onclick = () => {
      pointing = !pointing;
      button("point").setAttribute("aria-pressed", String(pointing));
      root.classList.toggle("is-pointing", pointing);
      tell(pointing ? words.point : "");
    };
    const tapped = (event) => {
      if (!pointing || bar.contains(event.target)) return;
      const block = event.target.closest("p, li, dt, dd, h1, h2, h3, legend, label, th, td, a, button");
      const inside = block ? pieces.map((piece, i) => ({ piece, i })).filter(({ piece }) => touches(piece, block)) : [];
      if (!inside.length) return;
      event.preventDefault();
      event.stopPropagation();
      play(inside[0].i, inside[inside.length - 1].i + 1);
    };
    document.addEventListener("click", tapped, true);

    const rate = () => Number(button("speed").value) || 1;
    function tell(text) {
      if (said.textContent !== (text || "")) said.textContent = text || "";
    }
    function waitNoLonger() {
      clearTimeout(slow);
      slow = setTimeout(() => playing && trouble(), slowAfter);
    }
    function looks(on) {
      playing = on;
      button("play").textContent = on ? words.pause : words.goOn;
    }

    function play(from, to) {
      at = from;
      until = to === undefined ? pieces.length : to;
      const piece = pieces[at];
      if (!piece) return end();
      const mine = ++turn;
      looks(true);
      mark(piece);
      if (page.silent) return speak(piece, mine);
      if (audio.getAttribute("src") !== piece.sound) {
        audio.src = piece.sound;
        tell(form.dataset.wait);
      } else if (audio.ended) {
        audio.currentTime = 0;
      }
      audio.playbackRate = audio.defaultPlaybackRate = rate();
      waitNoLonger();
      const begun = audio.play();
      if (begun) begun.catch((why) => mine === turn && playing && why.name === "NotAllowedError" && pause());
      // The next sentence is made while this one sounds.
      const after = pieces[at + 1];
      if (after && at + 1 < until) {
        ahead.preload = "auto";
        ahead.src = after.sound;
      }
    }
    function next() {
      at += 1;
      if (at < until) play(at, until);
      else end();
    }
    function end() {
      quiet();
      looks(false);
      mark(null);
      tell(until < pieces.length ? words.point : words.end);
      until = pieces.length;
    }
    function pause() {
      quiet();
      looks(false);
      tell(words.paused);
    }
    function quiet() {
      turn++;
      clearTimeout(slow);
      audio.pause();
      if (self.speechSynthesis) speechSynthesis.cancel();
    }
    function trouble() {
      quiet();
      looks(false);
      audio.removeAttribute("src");
      tell(form.dataset.trouble);
    }
    // Why there was no sound: too many listeners, a quarter of an hour gone by, or something else.
    async function failed() {
      clearTimeout(slow);
      const mine = turn;
      let status = 0;
      try {
        status = (await fetch(pieces[at].sound, { credentials: "same-origin", headers: { range: "bytes=0-0" } })).status;
      } catch (_) {}
      if (mine !== turn || !playing) return;
      audio.removeAttribute("src");
      if (status === 503) {
        trouble();
        tell(words.busy);
      } else if (status === 404 && !renewed) {
        renewed = true;
        try {
          const again = await fetchReading(form);
          if (!again || again.pieces.length !== pieces.length) throw new Error("another page");
          again.pieces.forEach((piece, i) => (pieces[i].sound = piece.sound));
          play(at, until);
        } catch (_) {
          trouble();
        }
      } else trouble();
    }

    // The browser's own voice, where the server has none.
    function speak(piece, mine) {
      if (!voice) {
        looks(false);
        mark(null);
        return tell(words.silent);
      }
      speechSynthesis.cancel();
      const said = new SpeechSynthesisUtterance(piece.text);
      said.voice = voice;
      said.lang = voice.lang;
      said.rate = rate() * 0.9;
      said.onend = () => mine === turn && playing && next();
      said.onerror = () => mine === turn && playing && trouble();
      tell(words.now);
      speechSynthesis.speak(said);
    }

    function close() {
      quiet();
      audio.removeAttribute("src");
      ahead.removeAttribute("src");
      playing = false;
      mark(null);
      document.removeEventListener("click", tapped, true);
      root.classList.remove("has-player", "is-pointing");
      if (strip) stripPlace.replaceWith(strip);
      bar.remove();
      now = null;
    }
    return { play, close };
  }

  function browserVoice() {
    if (!self.speechSynthesis || !self.SpeechSynthesisUtterance) return null;
    const all = speechSynthesis.getVoices().filter((voice) => /^zh\b/i.test(voice.lang.replace("_", "-")));
    // A voice of Hong Kong speaks Cantonese.
    return all.find((voice) => /CN|Hans/i.test(voice.lang)) || all.find((voice) => !/HK/i.test(voice.lang)) || null;
  }

  // ---- Marking. Texts are compared without white space: lines break where they want.
  const bare = (text) => text.replace(/\s+/g, "");

  function texts() {
    const all = [];
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    let length = 0;
    while (walk.nextNode()) {
      const node = walk.currentNode;
      if (node.parentElement.closest("script, style, template, textarea, option, .player, .read-aloud")) continue;
      const text = bare(node.data);
      if (text) all.push({ node, from: length, to: (length += text.length), text });
    }
    return all;
  }

  // Where on the page each piece stands, in characters; -1 where it does not.
  function place(pieces) {
    const page = texts().map((one) => one.text).join("");
    let after = 0;
    for (const piece of pieces) {
      const text = bare(piece.text);
      // A heading has no full stop, and is read with one.
      const open = text.replace(/[。！？；，、]+$/, "");
      const found = [text, open].filter(Boolean).map((words) => [words, page.indexOf(words, after)]).find((one) => one[1] >= 0);
      const from = found ? found[1] : open ? page.indexOf(open) : -1;
      piece.from = from;
      piece.to = from + (found ? found[0] : open).length;
      if (from >= after) after = piece.to;
    }
  }

  function touches(piece, block) {
    return piece.from >= 0 && texts().some((one) => one.from < piece.to && one.to > piece.from && block.contains(one.node));
  }

  function mark(piece) {
    for (const old of document.querySelectorAll("span.being-read")) {
      const parent = old.parentNode;
      while (old.firstChild) parent.insertBefore(old.firstChild, old);
      old.remove();
      parent.normalize();
    }
    if (!piece) return;
    // For the caption strip.
    document.dispatchEvent(new CustomEvent("yibao-said", { detail: piece.text }));
    if (piece.from < 0) return;
    let first = null;
    for (const one of texts()) {
      if (one.from >= piece.to || one.to <= piece.from || one.node.parentElement.closest("leptos-island")) continue;
      const begin = real(one.node.data, piece.from - one.from);
      const end = real(one.node.data, piece.to - one.from);
      const part = one.node.splitText(begin);
      part.splitText(end - begin);
      const span = document.createElement("span");
      span.className = "being-read";
      part.parentNode.insertBefore(span, part);
      span.append(part);
      first = first || span;
    }
    if (first) show(first);
  }

  // The place in a text with white space of its n-th other character.
  function real(text, n) {
    let at = 0;
    for (let seen = 0; at < text.length; at++) {
      if (/\s/.test(text[at])) continue;
      if (seen >= n) break;
      seen++;
    }
    return n <= 0 ? Math.max(0, text.search(/\S/)) : at;
  }

  // Only what cannot be seen is brought into sight.
  function show(element) {
    const box = element.getBoundingClientRect();
    const bar = document.querySelector(".player");
    const floor = innerHeight - (bar ? Math.min(bar.offsetHeight, innerHeight / 2) : 0);
    if (box.top >= 0 && box.bottom <= floor) return;
    const calm = self.matchMedia && matchMedia("(prefers-reduced-motion: reduce)").matches;
    element.scrollIntoView({ block: "center", behavior: calm ? "auto" : "smooth" });
  }
})();
