/** What the loader needs of `localStorage`. Reading it throws where the browser or the visitor forbids storage. */
type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

/**
 * What is kept on the host page between two pages, by name. Until `allow` is called nothing is stored: it is only
 * remembered while the page lives. Where storage is refused it stays so.
 */
export function hostStorage(prefix: string, shelf: () => Shelf) {
  const memory = new Map<string, string>();
  let allowed = false;

  return {
    all(): Record<string, string> {
      return { ...stored(), ...Object.fromEntries(memory) };
    },
    read: (name: string): string | undefined => memory.get(name) ?? stored()[name],
    keep(name: string, value: string): void {
      memory.set(name, value);
      if (allowed) store(name, value);
    },
    drop(name: string): void {
      memory.delete(name);
      attempt(() => shelf().removeItem(prefix + name));
    },
    /** From now on things may be stored, those that are remembered first. */
    allow(): void {
      if (allowed) return;
      allowed = true;
      for (const [name, value] of memory) store(name, value);
    },
  };

  function store(name: string, value: string): void {
    attempt(() => {
      shelf().setItem(prefix + name, value);
      memory.delete(name);
    });
  }

  function stored(): Record<string, string> {
    const found: Record<string, string> = {};
    attempt(() => {
      const place = shelf();
      for (let index = 0; index < place.length; index += 1) {
        const name = place.key(index);
        if (name?.startsWith(prefix)) found[name.slice(prefix.length)] = place.getItem(name) ?? '';
      }
    });
    return found;
  }
}

export type HostStorage = ReturnType<typeof hostStorage>;

/** Storage that is full, blocked or gone throws; the widget works on without it. */
function attempt(act: () => void): void {
  try {
    act();
  } catch {
    // Remembered in memory instead.
  }
}
