/** Two soft notes, made here: nothing is fetched. */
export function playChime(context: AudioContext): void {
  for (const [pitch, after] of [
    [660, 0],
    [880, 0.11],
  ] as const) {
    const start = context.currentTime + after;
    const tone = new OscillatorNode(context, { frequency: pitch });
    const volume = new GainNode(context, { gain: 0 });
    volume.gain.linearRampToValueAtTime(0.12, start + 0.01);
    volume.gain.exponentialRampToValueAtTime(0.0001, start + 0.4);
    tone.connect(volume).connect(context.destination);
    tone.start(start);
    tone.stop(start + 0.4);
  }
}
