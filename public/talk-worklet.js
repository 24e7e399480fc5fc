// Hands on what the microphone gives, a twentieth of a second at a time. Keeps nothing.
registerProcessor(
  "yibao-recorder",
  class extends AudioWorkletProcessor {
    constructor() {
      super();
      this.held = new Float32Array(Math.round(sampleRate / 20));
      this.at = 0;
    }
    process([input]) {
      const voice = input[0];
      if (!voice) return true;
      for (const value of voice) {
        this.held[this.at++] = value;
        if (this.at < this.held.length) continue;
        this.port.postMessage(this.held.slice());
        this.at = 0;
      }
      return true;
    }
  },
);
