'use client';

import { X } from 'lucide-react';
import { Dialog as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { Button } from './button';
import { classNames } from './class-names';

const WIDTHS = { sm: 'sm:max-w-md', md: 'sm:max-w-xl', lg: 'sm:max-w-3xl' };

type Props = Readonly<{
  title: ReactNode;
  description?: ReactNode;
  /** The name of the button that closes it, such as "Close". */
  closeLabel: string;
  /** What opens it; leave out when `open` is steered from outside. */
  trigger?: ReactNode;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  size?: keyof typeof WIDTHS;
  /** Buttons at the bottom; they stay in sight while the middle scrolls. */
  footer?: ReactNode;
  /** True where the middle holds text alone: it then takes the focus itself, so that keys scroll it (WCAG 2.1.1). */
  onlyText?: boolean;
  children?: ReactNode;
}>;

/** A window above the page: keeps the focus inside, closes by Escape, and gives the focus back. */
export function Dialog({
  title,
  description,
  closeLabel,
  trigger,
  size = 'md',
  footer,
  onlyText = false,
  children,
  ...state
}: Props) {
  return (
    <Radix.Root {...state}>
      {trigger && <Radix.Trigger asChild>{trigger}</Radix.Trigger>}
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 bg-scrim" />
        <Radix.Content
          {...(description ? {} : { 'aria-describedby': undefined })}
          className={classNames(
            'appear fixed inset-x-0 bottom-0 z-50 flex max-h-[92dvh] w-full flex-col rounded-t-xl border border-line bg-raised shadow-raised sm:inset-x-4 sm:top-[12dvh] sm:bottom-auto sm:mx-auto sm:max-h-[76dvh] sm:w-auto sm:rounded-xl',
            WIDTHS[size],
          )}
        >
          <header className="flex items-start justify-between gap-4 border-line border-b px-5 py-4">
            <div className="min-w-0">
              <Radix.Title className="font-semibold text-ink text-lg">{title}</Radix.Title>
              {description && (
                <Radix.Description className="mt-0.5 text-ink-soft">{description}</Radix.Description>
              )}
            </div>
            <Radix.Close asChild>
              <Button variant="ghost" size="icon-sm" aria-label={closeLabel}>
                <X aria-hidden />
              </Button>
            </Radix.Close>
          </header>
          <div
            {...(onlyText && { tabIndex: 0 })}
            className="min-h-0 flex-1 overflow-y-auto px-5 py-4 focus-visible:-outline-offset-2"
          >
            {children}
          </div>
          {footer && (
            <footer className="flex flex-wrap justify-end gap-2 border-line border-t px-5 py-3">
              {footer}
            </footer>
          )}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
