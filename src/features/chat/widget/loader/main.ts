/**
 * The loader, `public/widget.js`: draws the button, and the frame when it is wanted. Sets no cookie, and stores nothing
 * before the visitor does something (opens, answers or closes what we show) or has agreed to be counted.
 */
import type { ChatConfig, ProactiveRule } from '@/domain/chat/protocol';
import { wordsIn } from '../shared/speech';
import { type Commands, identityFrom, listeners, takeCommands } from './commands';
import { hostStorage } from './host-storage';
import { drawBubble } from './launcher-view';
import {
  closePanel,
  languageOf,
  loadFrame,
  newPanel,
  openPanel,
  type Panel,
  paint,
  quieten,
  shutPanel,
  togglePanel,
} from './panel';
import { type Settings, settingsFrom } from './settings';
import { watchPage } from './watch-page';

const script = document.currentScript ?? document.querySelector('script[data-key][src*="widget.js"]');
const found = settingsFrom(script);
if (found && !window.kalauz?.loaded) afterLoad(() => run(found));

/** Only when the page has all that it needs itself. */
function afterLoad(begin: () => void): void {
  const later = () =>
    'requestIdleCallback' in window ? requestIdleCallback(begin, { timeout: 2_000 }) : setTimeout(begin, 200);
  if (document.readyState === 'complete') later();
  else window.addEventListener('load', later, { once: true });
}

function run(settings: Settings): void {
  const storage = hostStorage(`kalauz:${settings.key}:`, () => localStorage);
  const { on, emit } = listeners();
  const panel = newPanel(settings, storage, emit);
  if (panel.consent) storage.allow();
  takeCommands({ ...commandsOf(panel), on });
  if (storage.read('token')) loadFrame(panel);
  window.addEventListener('storage', (event) => {
    if (event.key === `kalauz:${settings.key}:token`) panel.frame?.say('token', event.newValue);
  });
  void configOf(settings).then((config) => config && begin(panel, config));
}

function commandsOf(panel: Panel): Commands {
  const isHidden = (hidden: boolean) => () => {
    if (hidden) closePanel(panel);
    panel.hidden = hidden;
    paint(panel);
  };
  return {
    open: () => openPanel(panel),
    close: () => closePanel(panel),
    toggle: () => togglePanel(panel),
    show: isHidden(false),
    hide: isHidden(true),
    shutdown: () => shutPanel(panel),
    identify: (given: unknown) => {
      panel.identity = identityFrom(given);
      if (panel.identity) panel.frame?.say('identify', panel.identity);
    },
    language: (tag: unknown) => {
      panel.language = String(tag);
      paint(panel);
      panel.frame?.say('language', languageOf(panel));
    },
    consent: (given: unknown) => {
      panel.consent = given !== false;
      if (panel.consent) panel.storage.allow();
    },
  };
}

function begin(panel: Panel, config: ChatConfig): void {
  panel.config = config;
  paint(panel);
  const watch = () =>
    watchPage({
      config,
      storage: panel.storage,
      mayCount: () => panel.consent,
      language: () => languageOf(panel),
      busy: () =>
        panel.open || panel.hidden || panel.hush !== null || panel.storage.read('token') !== undefined,
      offer: (rule) => offer(panel, config, rule),
    });
  let stop = watch();
  window.addEventListener('pagehide', () => stop());
  // A page that comes back from the browser's memory goes on where it was.
  window.addEventListener('pageshow', ({ persisted }) => {
    if (persisted) stop = watch();
  });
}

function offer(panel: Panel, config: ChatConfig, rule: ProactiveRule): void {
  const language = languageOf(panel);
  const text = wordsIn(rule.text, language, config.defaultLanguage);
  if (!text) return;
  panel.hush = drawBubble(panel.launcher, {
    text,
    language,
    onAnswer: () => {
      panel.proactive = { id: rule.id, text };
      openPanel(panel);
    },
    onDismiss: () => {
      panel.storage.allow();
      quieten(panel);
      panel.launcher.launcher.focus();
    },
  });
}

/** How the widget looks and what it may say; null when the host page forbids to ask or the server does not answer. */
async function configOf({ home, key }: Settings): Promise<ChatConfig | null> {
  try {
    const answer = await fetch(`${home}/api/chat/${encodeURIComponent(key)}/config`, { credentials: 'omit' });
    return answer.ok ? ((await answer.json()) as ChatConfig) : null;
  } catch {
    return null;
  }
}
