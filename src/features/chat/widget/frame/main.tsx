/** @jsxImportSource preact */
/** The app inside the frame, `/widget/app.js`. */
import { render } from 'preact';
import { CHAT_LANGUAGES, type ChatLanguage } from '@/domain/chat/protocol';
import type { ProactiveAnswer, ToFrame } from '../shared/bridge';
import { inkOn } from '../shared/colour';
import { browserWorld } from './browser-world';
import { type Chat, newChat, set, unreadCount } from './client/chat';
import { identify, resume } from './client/resume';
import { flush } from './client/send';
import { httpTransport } from './client/transport';
import { loadConfig, markRead } from './client/wishes';
import { type HostLine, hostLine } from './host-line';
import { outboxFrom, startFrom } from './model/outbox';
import { firstView, type View } from './shell';
import { playChime } from './sound';
import { App } from './ui/app';
import { speechOf, type Words } from './words';

/** What is of the frame and not of the chat. */
type Frame = {
  readonly chat: Chat;
  readonly line: HostLine;
  words: Words;
  kept: Readonly<Record<string, string>>;
  view: View;
  isOpen: boolean;
  hasBegun: boolean;
  /** It will be drawn in a moment. */
  isDrawing: boolean;
  proactive: ProactiveAnswer | null;
  sound: boolean;
  unread: number;
};

const { dataset } = document.documentElement;
run(dataset['key'] ?? '', dataset['host'] ?? '');

function run(key: string, origin: string): void {
  const line = hostLine({ origin, nonce: location.hash.slice(1) });
  const chat = newChat(httpTransport(`/api/chat/${encodeURIComponent(key)}`), browserWorld(line));
  const words = JSON.parse(document.getElementById('words')?.textContent ?? '{}') as Words;
  const frame: Frame = {
    chat,
    line,
    words,
    kept: {},
    view: 'home',
    isOpen: false,
    hasBegun: false,
    isDrawing: false,
    proactive: null,
    sound: false,
    unread: 0,
  };
  set(chat, { language: languageFrom(document.documentElement.lang) });
  chat.hear.add(() => draw(frame));
  chat.hearMessage.add((entry) => {
    if (entry.type !== 'message' || entry.message.from === 'visitor') return;
    line.say('message', { from: 'agent', text: entry.message.text });
    if (frame.sound) playChime();
  });
  line.listen(heardOf(frame));
  listenToBrowser(frame);
  void loadConfig(chat).then(() => paintBrand(chat));
  line.say('ready', null);
}

/** Draws once, when everything that happens now has happened: what is drawn may itself change something. */
function draw(frame: Frame): void {
  if (frame.isDrawing) return;
  frame.isDrawing = true;
  queueMicrotask(() => {
    frame.isDrawing = false;
    drawNow(frame);
  });
}

function drawNow(frame: Frame): void {
  const { chat, line } = frame;
  const unread = unreadCount(chat.state);
  if (unread !== frame.unread) line.say('unread', { count: unread });
  frame.unread = unread;
  const root = document.getElementById('app');
  if (!root || !frame.hasBegun) return;
  const shell = {
    chat,
    state: chat.state,
    speech: speechOf(chat.state.language, frame.words),
    view: frame.view,
    go: (view: View) => change(frame, { view }),
    isOpen: frame.isOpen,
    proactive: frame.proactive,
    sound: frame.sound,
    setSound: (sound: boolean) => {
      chat.world.keep('sound', sound ? 'on' : 'off');
      change(frame, { sound });
    },
    close: () => line.say('close', null),
    kept: (name: string) => frame.kept[name],
  };
  render(<App shell={shell} />, root);
}

function change(frame: Frame, to: Partial<Frame>): void {
  Object.assign(frame, to);
  draw(frame);
}

function heardOf(frame: Frame): { [Kind in keyof ToFrame]: (detail: ToFrame[Kind]) => void } {
  const { chat } = frame;
  return {
    begin: (detail) => void begin(frame, detail),
    open: ({ page, proactive }) => {
      chat.page = page;
      if (chat.state.config) void loadConfig(chat);
      const isNew = proactive !== null && proactive.id !== frame.proactive?.id;
      change(frame, { isOpen: true, proactive, ...(isNew && { view: firstView(chat, proactive) }) });
    },
    close: () => change(frame, { isOpen: false }),
    identify: (identity) => {
      chat.identity = identity;
      draw(frame);
      void identify(chat);
    },
    language: (language) => void speak(frame, language),
    token: (token) => {
      if (token === chat.state.token) return;
      if (token) void resume(chat, token).then(() => change(frame, { view: 'chat' }));
      else {
        set(chat, { token: null, conversation: null });
        chat.wakeStream();
      }
    },
  };
}

async function begin(frame: Frame, told: ToFrame['begin']): Promise<void> {
  const { chat } = frame;
  const { kept, page, identity, open, proactive, language } = told;
  chat.page = page;
  chat.identity = identity;
  chat.visit = kept['visit'] || null;
  chat.pendingStart = startFrom(kept);
  const token = kept['token'] || null;
  set(chat, { outbox: outboxFrom(kept), draft: kept['draft'] ?? '', token });
  if (language !== chat.state.language) await speak(frame, language);
  const view = firstView(chat, proactive);
  change(frame, { kept, isOpen: open, proactive, view, sound: kept['sound'] === 'on', hasBegun: true });
  if (!token) return flush(chat);
  await resume(chat, token);
  await identify(chat);
}

async function speak(frame: Frame, language: ChatLanguage): Promise<void> {
  const answer = await fetch(`/widget/words/${language}`, { credentials: 'omit' }).catch(() => null);
  if (!answer?.ok) return;
  frame.words = (await answer.json()) as Words;
  document.documentElement.lang = language;
  set(frame.chat, { language });
}

function listenToBrowser(frame: Frame): void {
  const { chat } = frame;
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') frame.line.say('close', null);
  });
  window.addEventListener('online', () => {
    if (chat.state.connection === 'lost') chat.wakeStream();
    void flush(chat);
  });
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState !== 'visible') return;
    if (chat.state.connection === 'lost') chat.wakeStream();
    if (frame.isOpen && frame.view === 'chat') markRead(chat);
  });
}

/** The workspace's colour, with words on it that can be read. Set by script: `style-src` does not concern it. */
function paintBrand({ state }: Chat): void {
  const colour = state.config?.colour;
  if (!colour) return;
  document.documentElement.style.setProperty('--brand', colour);
  document.documentElement.style.setProperty('--on-brand', inkOn(colour));
}

function languageFrom(tag: string): ChatLanguage {
  return CHAT_LANGUAGES.find((each) => each === tag) ?? 'en';
}
