import type { ChatLanguage } from '@/domain/chat/protocol';
import { inkOn } from '../shared/colour';
import { fill } from '../shared/speech';
import { LOOK } from './look';
import { LAUNCHER_WORDS } from './words';

const SVG = 'http://www.w3.org/2000/svg';
const SPEECH_BUBBLE = 'M21 12a8 8 0 0 1-8 8H4l1.7-3.4A8 8 0 1 1 21 12Z';

export type Picture = Readonly<{
  language: ChatLanguage;
  /** The workspace's own word for the button, or empty. */
  label: string;
  colour: string;
  position: 'left' | 'right';
  open: boolean;
  hidden: boolean;
  unread: number;
}>;

/** The button on the host page, in a shadow root that the page's style cannot reach. */
export function drawLauncher(onClick: () => void) {
  const host = document.createElement('div');
  host.id = 'kalauz-widget';
  const root = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(LOOK);
  root.adoptedStyleSheets = [sheet];
  const dock = element('div', 'dock');
  const launcher = button('launcher');
  const label = element('span', 'label');
  const count = element('span', 'count');
  count.ariaHidden = 'true';
  launcher.append(icon(), label, count);
  launcher.addEventListener('click', onClick);
  dock.append(launcher);
  root.append(dock);
  document.body.append(host);

  return {
    host,
    dock,
    launcher,
    /** Puts the frame before the button, so that Tab comes to it first. */
    add: (frame: HTMLIFrameElement) => root.insertBefore(frame, dock),
    paint(picture: Picture): void {
      const { language, colour, unread, open } = picture;
      const name = nameOf(picture);
      host.style.setProperty('--brand', colour);
      host.style.setProperty('--on', inkOn(colour));
      host.style.display = picture.hidden ? 'none' : '';
      host.lang = language;
      dock.className = `dock ${picture.position}${open ? ' opened' : ''}`;
      label.textContent = name;
      launcher.ariaExpanded = String(open);
      launcher.ariaLabel = [name, ...unreadWords(picture)].join(', ');
      count.hidden = unread === 0 || open;
      count.textContent = unread > 99 ? '99+' : String(unread);
    },
  };
}

export type Launcher = ReturnType<typeof drawLauncher>;

function nameOf({ language, open, label }: Picture): string {
  const words = LAUNCHER_WORDS[language];
  return open ? words.close : label || words.open;
}

const unreadWords = ({ language, unread }: Picture): string[] =>
  unread > 0 ? [fill(LAUNCHER_WORDS[language].unread, { count: unread }, language)] : [];

type Bubble = Readonly<{ text: string; language: ChatLanguage; onAnswer: () => void; onDismiss: () => void }>;

/** A proactive message beside the button, read out when it comes. Returns how to take it away. */
export function drawBubble({ dock, launcher }: Launcher, bubble: Bubble): () => void {
  const words = LAUNCHER_WORDS[bubble.language];
  const box = element('div', 'bubble');
  box.role = 'status';
  dock.insertBefore(box, launcher);
  const answer = button('answer', words.answer);
  const cross = button('cross', '×');
  cross.ariaLabel = words.dismiss;
  answer.addEventListener('click', bubble.onAnswer);
  cross.addEventListener('click', bubble.onDismiss);
  // Filled when it stands: a status that comes with its text is read by few screen readers.
  setTimeout(() => box.append(element('p', '', bubble.text), answer, cross));
  return () => box.remove();
}

function element<Tag extends keyof HTMLElementTagNameMap>(tag: Tag, className: string, text = '') {
  const made = document.createElement(tag);
  made.className = className;
  made.textContent = text;
  return made;
}

function button(className: string, text = '') {
  const made = element('button', className, text);
  made.type = 'button';
  return made;
}

function icon(): SVGElement {
  const picture = document.createElementNS(SVG, 'svg');
  picture.setAttribute('viewBox', '0 0 24 24');
  picture.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', SPEECH_BUBBLE);
  picture.append(path);
  return picture;
}
