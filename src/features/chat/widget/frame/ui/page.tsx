/** @jsxImportSource preact */
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Shell } from '../shell';
import { Icon } from './icons';

type Props = Readonly<{
  shell: Shell;
  title: string;
  subtitle?: string | null;
  /** Where the arrow leads; none stands at the door. */
  back?: (() => void) | null;
  actions?: ComponentChildren;
  /** Takes the focus when it is opened, unless something in it does. */
  focusTitle?: boolean;
  children: ComponentChildren;
}>;

/** One screen of the widget: a head with its name and the way out, and what stands below. */
export function Page({ shell, title, subtitle, back, actions, focusTitle = true, children }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  const { words } = shell.speech;
  const isOpen = shell.isOpen;
  useEffect(() => {
    if (isOpen && focusTitle) heading.current?.focus();
  }, [isOpen, focusTitle]);
  return (
    <>
      <header className="head">
        {back && (
          <button type="button" className="plain" aria-label={words.back} onClick={back}>
            <Icon name="back" />
          </button>
        )}
        <div className="names">
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {subtitle && <p>{subtitle}</p>}
        </div>
        {actions}
        <button type="button" className="plain" aria-label={words.close} onClick={shell.close}>
          <Icon name="close" />
        </button>
      </header>
      <main className="body" aria-label={title}>
        {children}
      </main>
    </>
  );
}
