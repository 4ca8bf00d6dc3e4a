import { useSyncExternalStore } from 'react';

const KEY = 'kalauz-chat-sound';
const listeners = new Set<() => void>();

const isOn = () => window.localStorage.getItem(KEY) !== 'off';

/** Whether this browser makes a sound for new words in a chat, and how to change that. */
export function useSound(): Readonly<{ on: boolean; toggle: () => void }> {
  const on = useSyncExternalStore(
    (hear) => {
      listeners.add(hear);
      return () => listeners.delete(hear);
    },
    isOn,
    () => false,
  );
  const toggle = () => {
    window.localStorage.setItem(KEY, on ? 'off' : 'on');
    for (const hear of listeners) hear();
  };
  return { on, toggle };
}

/** Two short soft tones. Browsers allow none before the reader has pressed something on the page. */
export function ring(): void {
  const audio = new AudioContext();
  if (audio.state === 'suspended') {
    void audio.close();
    return;
  }
  const volume = audio.createGain();
  volume.gain.setValueAtTime(0.06, audio.currentTime);
  volume.gain.exponentialRampToValueAtTime(0.0001, audio.currentTime + 0.45);
  volume.connect(audio.destination);
  [660, 880].forEach((pitch, index) => {
    const tone = audio.createOscillator();
    tone.frequency.value = pitch;
    tone.connect(volume);
    tone.start(audio.currentTime + index * 0.12);
    tone.stop(audio.currentTime + index * 0.12 + 0.2);
  });
  setTimeout(() => void audio.close(), 1_000);
}
