/** What one person has searched for on this device, the last first; it stays on it, for it may name customers. */
export type RecentSearches = Readonly<{
  read: () => readonly string[];
  add: (q: string) => void;
  forget: () => void;
}>;

const MOST = 8;

/** The searches of one person in one workspace; nothing is kept where the browser keeps nothing. */
export function recentSearches(workspace: string, userId: string): RecentSearches {
  const key = `searches:${workspace}:${userId}`;
  const read = (): readonly string[] => {
    try {
      const kept: unknown = JSON.parse(window.localStorage.getItem(key) ?? '[]');
      return Array.isArray(kept) ? kept.filter((each) => typeof each === 'string').slice(0, MOST) : [];
    } catch {
      return [];
    }
  };
  const write = (searches: readonly string[]) => {
    try {
      window.localStorage.setItem(key, JSON.stringify(searches));
    } catch {
      return;
    }
  };
  return {
    read,
    add: (q) => write([q, ...read().filter((each) => each !== q)].slice(0, MOST)),
    forget: () => write([]),
  };
}
