// Short tones beside the words for sent, wrong and done; never instead of them. `data-sounds="off"` on <html> silences
// them. A browser that wants a touch first stays silent when a page opens; then the words alone say it.
(() => {
  "use strict";
  const Context = self.AudioContext || self.webkitAudioContext;
  if (!Context) return;
  // Pitch and length of each note; none longer than a quarter of a second.
  const tones = { sent: [[660, 0.12]], done: [[660, 0.12], [880, 0.2]], error: [[330, 0.12], [262, 0.22]] };

  function sound(name) {
    if (document.documentElement.dataset.sounds === "off") return;
    try {
      const context = new Context();
      let at = context.currentTime + 0.02;
      for (const [pitch, length] of tones[name]) {
        const note = context.createOscillator();
        const volume = context.createGain();
        note.frequency.value = pitch;
        volume.gain.setValueAtTime(0.0001, at);
        volume.gain.exponentialRampToValueAtTime(0.2, at + 0.02);
        volume.gain.exponentialRampToValueAtTime(0.0001, at + length);
        note.connect(volume).connect(context.destination);
        note.start(at);
        note.stop(at + length);
        at += length;
      }
      setTimeout(() => context.close(), (at - context.currentTime) * 1000 + 200);
      document.documentElement.dataset.sounded = name;
    } catch (_) {}
  }

  document.addEventListener("submit", (event) => event.target.querySelector(".send-once") && sound("sent"));
  const arrived = () => {
    if (document.querySelector(".error-summary")) sound("error");
    else if (document.querySelector(".receipt, .notice-good[role=status]")) sound("done");
  };
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", arrived);
  else arrived();
})();
