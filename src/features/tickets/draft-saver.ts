import type { SaidPromise } from '@/ui/promise-tool';

/** What a composer holds and wants to keep. */
export type DraftWords = Readonly<{
  html: string;
  to: readonly string[];
  cc: readonly string[];
  bcc: readonly string[];
  attachmentIds: readonly string[];
  promise: SaidPromise | null;
}>;

/** `kept`: on this device alone, since the server cannot be reached or does not know us any more. */
export type SavingState = 'idle' | 'saving' | 'saved' | 'kept';

type World = Readonly<{
  /** Sends the draft to the server; resolves to whether it was taken. */
  put: (draft: DraftWords) => Promise<boolean>;
  /** Where the draft is kept on this device until the server has it. */
  local: Readonly<{ write: (draft: DraftWords) => void; clear: () => void }>;
  onState: (state: SavingState) => void;
}>;

const PAUSE_MILLISECONDS = 500;
const FIRST_RETRY_MILLISECONDS = 2_000;
const LONGEST_RETRY_MILLISECONDS = 30_000;

/**
 * Saves a draft half a second after the last change, one request at a time, and again until the server has it. Every
 * change is on this device at once, so that neither a lost network nor a closed tab costs a letter.
 */
export function newDraftSaver({ put, local, onState }: World) {
  let waiting: DraftWords | null = null;
  let running: Promise<void> | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let retries = 0;

  const plan = (milliseconds: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => void save(), milliseconds);
  };

  async function save(): Promise<void> {
    clearTimeout(timer);
    if (running || !waiting) return running ?? undefined;
    running = send(waiting);
    await running;
  }

  async function send(draft: DraftWords): Promise<void> {
    waiting = null;
    onState('saving');
    const taken = await put(draft).catch(() => false);
    running = null;
    if (taken) return settled();
    waiting ??= draft;
    onState('kept');
    plan(Math.min(FIRST_RETRY_MILLISECONDS * 2 ** retries++, LONGEST_RETRY_MILLISECONDS));
  }

  function settled(): void {
    retries = 0;
    if (waiting) {
      plan(PAUSE_MILLISECONDS);
      return;
    }
    local.clear();
    onState('saved');
  }

  return {
    /** Notes a change; it is saved when typing pauses. */
    change: (draft: DraftWords) => {
      waiting = draft;
      local.write(draft);
      plan(PAUSE_MILLISECONDS);
    },
    /** Saves now what waits, as when the network is back or the tab is left. */
    save,
    /** Stops saving, for what is about to be sent; resolves when nothing is on its way that could come too late. */
    rest: async () => {
      clearTimeout(timer);
      waiting = null;
      await running?.catch(() => undefined);
      clearTimeout(timer);
      waiting = null;
    },
    /** Takes the copy on this device away: the words are with the server in another form. */
    forget: () => {
      clearTimeout(timer);
      waiting = null;
      local.clear();
      onState('idle');
    },
  };
}
