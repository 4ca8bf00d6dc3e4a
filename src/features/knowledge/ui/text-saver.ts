/** What of a text is written in the editor. */
export type Words = Readonly<{ title: string; excerpt: string; keywords: string; html: string }>;

/** What somebody else saved meanwhile. */
export type Theirs = Words & Readonly<{ version: number; editorName: string }>;

export type SavingState = 'idle' | 'saving' | 'saved' | 'kept';

export type Saved = Readonly<{ version: number; revision: number; refusedPictures: readonly string[] }>;

/** What became of one try: `wrong` words are not tried again as they are, `lost` ones are. */
type Tried =
  | Readonly<{ kind: 'saved'; saved: Saved }>
  | Readonly<{ kind: 'overtaken'; theirs: Theirs }>
  | Readonly<{ kind: 'wrong' | 'lost' }>;

type World = Readonly<{
  put: (words: Words, version: number) => Promise<Tried>;
  /** Where the words are kept on this device until the server has them. */
  local: Readonly<{ write: (words: Words, version: number) => void; clear: () => void }>;
  onState: (state: SavingState) => void;
  onSaved: (saved: Saved) => void;
  onOvertaken: (theirs: Theirs) => void;
}>;

const PAUSE_MILLISECONDS = 800;
const RETRY_MILLISECONDS = 5000;

/**
 * Saves what is written, eight tenths of a second after the last change, one request at a time, and again until the server has
 * it. Every change is on this device at once. When somebody else saved meanwhile it waits until `version` says what to go on from.
 */
export function newTextSaver(world: World, start: Readonly<{ words: Words; version: number }>) {
  const now = { ...start, dirty: false };
  let running: Promise<boolean> | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const plan = (milliseconds: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => void flush(), milliseconds);
  };

  /** Saves at once; false when it was not taken. */
  async function flush(): Promise<boolean> {
    clearTimeout(timer);
    await running;
    if (!now.dirty) return true;
    running = send();
    const taken = await running;
    running = null;
    return taken && now.dirty ? flush() : taken;
  }

  async function send(): Promise<boolean> {
    now.dirty = false;
    world.onState('saving');
    const tried = await world.put(now.words, now.version);
    if (tried.kind === 'saved') {
      now.version = tried.saved.version;
      if (!now.dirty) world.local.clear();
      world.onState('saved');
      world.onSaved(tried.saved);
      return true;
    }
    now.dirty = true;
    world.onState('kept');
    if (tried.kind === 'overtaken') world.onOvertaken(tried.theirs);
    if (tried.kind === 'lost') plan(RETRY_MILLISECONDS);
    return false;
  }

  /** Takes a change, going on from `version` where one is given. */
  function change(part: Partial<Words>, version = now.version): Words {
    now.words = { ...now.words, ...part };
    now.version = version;
    now.dirty = true;
    world.local.write(now.words, version);
    plan(PAUSE_MILLISECONDS);
    return now.words;
  }
  return { flush, change };
}
