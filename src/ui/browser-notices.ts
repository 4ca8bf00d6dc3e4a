/** Whether this browser shows notices: `off` until somebody switches it on here, `denied` where it refuses. */
export type NoticeState = 'on' | 'off' | 'denied' | 'none';

const KEY = 'kalauz-browser-notices';
const watchers = new Set<() => void>();

/** The switch of this browser alone; the permission is asked for only when it is switched on. */
export const browserNotices = {
  state(): NoticeState {
    if (typeof Notification === 'undefined') return 'none';
    if (Notification.permission === 'denied') return 'denied';
    return Notification.permission === 'granted' && kept() === 'on' ? 'on' : 'off';
  },
  async switchOn(): Promise<void> {
    const answer = await Notification.requestPermission();
    if (answer === 'granted') keep('on');
    for (const tell of watchers) tell();
  },
  switchOff(): void {
    keep('off');
    for (const tell of watchers) tell();
  },
  watch(watcher: () => void): () => void {
    watchers.add(watcher);
    return () => watchers.delete(watcher);
  },
};

/** A browser that keeps nothing for us shows nothing either. */
function kept(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

function keep(state: 'on' | 'off'): void {
  try {
    localStorage.setItem(KEY, state);
  } catch {
    // Nothing is kept where storage is switched off.
  }
}
