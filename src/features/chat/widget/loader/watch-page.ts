import type { ChatConfig, ChatLanguage, ProactiveRule } from '@/domain/chat/protocol';
import type { HostStorage } from './host-storage';
import { dueRule, type Shown, type Visits, withPageView, withShown } from './proactive';

const LOOK_MILLISECONDS = 1_000;

type Watched = Readonly<{
  config: ChatConfig;
  storage: HostStorage;
  /** Visits are counted only of people who agreed to it. */
  mayCount: () => boolean;
  language: () => ChatLanguage;
  /** Nothing may be said now: a chat is open or going, or something is said already. */
  busy: () => boolean;
  offer: (rule: ProactiveRule) => void;
}>;

/** Looks once a second whether a proactive message is due, for pages without reloads too. Returns how to stop. */
export function watchPage({ config, storage, mayCount, language, busy, offer }: Watched): () => void {
  if (config.proactive.length === 0) return () => undefined;
  let since = Date.now();
  let path = location.pathname;
  const visit = mayCount() ? countVisit(storage) : 1;
  const timer = setInterval(look, LOOK_MILLISECONDS);
  return () => clearInterval(timer);

  function look(): void {
    const now = Date.now();
    if (location.pathname !== path) {
      path = location.pathname;
      since = now;
    }
    if (busy() || document.hidden) return;
    const moment = {
      path,
      language: language(),
      open: config.open,
      visit,
      millisecondsOnPage: now - since,
      now,
    };
    const shown = readJson<Shown>(storage.read('shown')) ?? {};
    const rule = dueRule(config.proactive, moment, shown);
    if (!rule) return;
    storage.keep('shown', JSON.stringify(withShown(shown, rule, now)));
    offer(rule);
  }
}

function countVisit(storage: HostStorage): number {
  const visits = withPageView(readJson<Visits>(storage.read('visits')), Date.now());
  storage.keep('visits', JSON.stringify(visits));
  return visits.times;
}

/** What was kept may have been written by an older widget, or by somebody else. */
function readJson<Value>(text: string | undefined): Value | null {
  try {
    return JSON.parse(text ?? 'null') as Value | null;
  } catch {
    return null;
  }
}
