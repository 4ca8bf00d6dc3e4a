let context: AudioContext | null = null;

/** Two soft tones. Browsers allow sound only after the visitor has done something; where it is refused it stays quiet. */
export function playChime(): void {
  try {
    context ??= new AudioContext();
    playTone(context, 660, 0);
    playTone(context, 880, 0.12);
  } catch {
    context = null;
  }
}

function playTone(audio: AudioContext, frequency: number, delay: number): void {
  const begin = audio.currentTime + delay;
  const tone = audio.createOscillator();
  const volume = audio.createGain();
  tone.frequency.value = frequency;
  volume.gain.setValueAtTime(0.08, begin);
  volume.gain.exponentialRampToValueAtTime(0.001, begin + 0.25);
  tone.connect(volume).connect(audio.destination);
  tone.start(begin);
  tone.stop(begin + 0.25);
}
