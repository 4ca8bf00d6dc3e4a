import type { ChatConfig, ChatIdentity, ChatLanguage } from '@/domain/chat/protocol';
import type { ProactiveAnswer, ToLoader } from '../shared/bridge';
import { spokenOf, wordsIn } from '../shared/speech';
import { type Frame, makeFrame, pageNow } from './frame-view';
import type { HostStorage } from './host-storage';
import { drawLauncher, type Launcher, type Picture } from './launcher-view';
import type { Settings } from './settings';

const KEPT_NAME = /^[a-z]+(:[\w-]{1,64})?$/;
const LONGEST_KEPT = 100_000;
/** Where the frame fills the screen; as in the style sheet. */
const SMALL_SCREEN = '(max-width: 520px), (max-height: 480px)';

/** The widget on one host page: what it knows, and what of it is drawn. */
export type Panel = {
  readonly settings: Settings;
  readonly storage: HostStorage;
  readonly emit: (name: string, detail: unknown) => void;
  readonly launcher: Launcher;
  frame: Frame | null;
  /** Takes a proactive message away. */
  hush: (() => void) | null;
  config: ChatConfig | null;
  open: boolean;
  hidden: boolean;
  consent: boolean;
  language: string | null;
  identity: ChatIdentity | null;
  proactive: ProactiveAnswer | null;
  unread: number;
  /** The frame fills the whole screen. */
  covers: boolean;
  /** What we have put out of reach behind it. */
  covered: readonly HTMLElement[];
};

/** Draws the button. */
export function newPanel(settings: Settings, storage: HostStorage, emit: Panel['emit']): Panel {
  const panel: Panel = {
    settings,
    storage,
    emit,
    launcher: drawLauncher(() => togglePanel(panel)),
    frame: null,
    hush: null,
    config: null,
    open: false,
    hidden: settings.hidden,
    consent: settings.consent,
    language: settings.language,
    identity: null,
    proactive: null,
    unread: 0,
    covers: false,
    covered: [],
  };
  matchMedia(SMALL_SCREEN).addEventListener('change', () => paint(panel));
  paint(panel);
  return panel;
}

/** The language of the widget: as told, else the page's, else the browser's, else the workspace's. */
export function languageOf({ language, config }: Panel): ChatLanguage {
  const asked = [language, document.documentElement.lang, navigator.language];
  return spokenOf(asked) ?? config?.defaultLanguage ?? 'en';
}

/** Draws everything as it is now. */
export function paint(panel: Panel): void {
  const picture = pictureOf(panel);
  panel.launcher.paint(picture);
  panel.frame?.paint(picture);
  const isFullScreen = panel.open && matchMedia(SMALL_SCREEN).matches;
  if (isFullScreen !== panel.covers) coverPage(panel, isFullScreen);
}

/** What lies behind a full screen can neither be scrolled nor reached, until the screen is free again. */
function coverPage(panel: Panel, covers: boolean): void {
  panel.covers = covers;
  document.documentElement.style.overflow = covers ? 'hidden' : '';
  for (const element of panel.covered) element.inert = false;
  const others = [...document.body.children].filter((each) => each instanceof HTMLElement);
  panel.covered = covers ? others.filter((each) => each !== panel.launcher.host && !each.inert) : [];
  for (const element of panel.covered) element.inert = true;
}

function pictureOf(panel: Panel): Picture {
  const { config, settings, open, hidden, unread } = panel;
  const language = languageOf(panel);
  return {
    language,
    label: config ? wordsIn(config.texts.launcher, language, config.defaultLanguage) : '',
    colour: config?.colour ?? settings.colour,
    position: config?.position ?? settings.position,
    open,
    hidden,
    unread,
  };
}

/** Makes the frame, unless it is there. */
export function loadFrame(panel: Panel): void {
  if (panel.frame) return;
  const { key, home } = panel.settings;
  panel.frame = makeFrame({ key, home, language: languageOf(panel), handlers: handlersOf(panel) });
  panel.launcher.add(panel.frame.frame);
  paint(panel);
}

/** Shows the frame and puts the focus into it. The visitor did this: from now on things may be stored. */
export function openPanel(panel: Panel): void {
  panel.storage.allow();
  quieten(panel);
  panel.open = true;
  panel.hidden = false;
  loadFrame(panel);
  paint(panel);
  panel.frame?.frame.focus();
  panel.frame?.say('open', { page: pageNow(), proactive: panel.proactive });
  panel.emit('open', null);
}

/** Puts the frame away and the focus back to the button; what goes on in the frame goes on. */
export function closePanel(panel: Panel): void {
  if (!panel.open) return;
  panel.open = false;
  paint(panel);
  panel.frame?.say('close', null);
  panel.launcher.launcher.focus();
  panel.emit('close', null);
}

/** Opens what is closed, and the other way round. */
export function togglePanel(panel: Panel): void {
  if (panel.open) closePanel(panel);
  else openPanel(panel);
}

/** Takes the proactive message away, if there is one. */
export function quieten(panel: Panel): void {
  panel.hush?.();
  panel.hush = null;
}

/** Forgets the visitor, who has signed out of the host page. */
export function shutPanel(panel: Panel): void {
  closePanel(panel);
  for (const name of Object.keys(panel.storage.all()))
    if (name !== 'shown' && name !== 'visits') panel.storage.drop(name);
  panel.frame?.remove();
  Object.assign(panel, { frame: null, identity: null, proactive: null, unread: 0 });
  paint(panel);
}

function handlersOf(panel: Panel): { [Kind in keyof ToLoader]: (detail: ToLoader[Kind]) => void } {
  return {
    ready: () =>
      panel.frame?.say('begin', {
        kept: panel.storage.all(),
        page: pageNow(),
        language: languageOf(panel),
        identity: panel.identity,
        open: panel.open,
        proactive: panel.proactive,
      }),
    keep: ({ name, value }) => {
      const isFit = KEPT_NAME.test(name) && typeof value === 'string' && value.length <= LONGEST_KEPT;
      if (isFit) panel.storage.keep(name, value);
    },
    drop: ({ name }) => panel.storage.drop(String(name)),
    close: () => closePanel(panel),
    unread: ({ count }) => {
      panel.unread = Math.max(0, Number(count) || 0);
      paint(panel);
      panel.emit('unread', panel.unread);
    },
    message: (detail) => panel.emit('message', detail),
  };
}
