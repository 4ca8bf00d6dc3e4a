/** @jsxImportSource preact */
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Shell } from '../shell';
import { Icon } from './icons';
import { useEscape } from './use-escape';

export type Aside = 'mail' | 'transcript' | 'end';

type Props = Readonly<{ shell: Shell; onChoose: (aside: Aside) => void }>;

/** What can be done beside writing. */
export function ChatMenu({ shell, onChoose }: Props) {
  const { words } = shell.speech;
  const [isOpen, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!isOpen) return;
    root.current?.querySelector<HTMLElement>('ul button')?.focus();
    const outside = (event: Event) => {
      if (!root.current?.contains(event.target as Node)) setOpen(false);
    };
    document.addEventListener('pointerdown', outside);
    document.addEventListener('focusin', outside);
    return () => {
      document.removeEventListener('pointerdown', outside);
      document.removeEventListener('focusin', outside);
    };
  }, [isOpen]);
  useEscape(
    root,
    useCallback(() => {
      setOpen(false);
      button.current?.focus();
    }, []),
    isOpen,
  );
  const choose = (act: () => void) => () => {
    setOpen(false);
    button.current?.focus();
    act();
  };
  return (
    <div ref={root} className="menu">
      <button
        ref={button}
        type="button"
        className="plain"
        aria-label={words.chat.menu}
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        <Icon name="more" />
      </button>
      {isOpen && (
        <ul>
          {entriesOf(shell, onChoose).map(({ label, act }) => (
            <li key={label}>
              <button type="button" onClick={choose(act)}>
                {label}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function entriesOf({ speech, state, sound, setSound, go }: Shell, onChoose: Props['onChoose']) {
  const { menu } = speech.words;
  const { config, conversation } = state;
  const isStarted = (conversation?.session.ticketNumber ?? null) !== null;
  const isGoing = isStarted && conversation?.session.state !== 'ended';
  return [
    ...(config?.callMe && conversation?.session.state !== 'ended'
      ? [{ label: menu.call, act: () => go('call') }]
      : []),
    ...(isGoing ? [{ label: menu.mail, act: () => onChoose('mail') }] : []),
    ...(isStarted && config?.transcript
      ? [{ label: menu.transcript, act: () => onChoose('transcript') }]
      : []),
    { label: sound ? menu.soundOff : menu.soundOn, act: () => setSound(!sound) },
    ...(isGoing ? [{ label: menu.end, act: () => onChoose('end') }] : []),
  ];
}
