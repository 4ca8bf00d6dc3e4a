'use client';

import { Tooltip as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { Kbd } from './kbd';

type Props = Readonly<{
  label: ReactNode;
  /** The keys that do the same, such as `['G', 'M']`. */
  keys?: readonly string[];
  side?: 'top' | 'right' | 'bottom' | 'left';
  /** A button or link; it must have a name of its own. */
  children: ReactNode;
}>;

/** A few words on hover and focus; stays while pointed at and goes by Escape (WCAG 1.4.13). */
export function Tooltip({ label, keys = [], side = 'bottom', children }: Props) {
  return (
    <Radix.Provider delayDuration={400}>
      <Radix.Root>
        <Radix.Trigger asChild>{children}</Radix.Trigger>
        <Radix.Portal>
          <Radix.Content
            side={side}
            sideOffset={6}
            collisionPadding={8}
            className="appear z-50 flex max-w-72 items-center gap-2 rounded-md border border-line bg-raised px-2 py-1 text-ink text-sm shadow-raised"
          >
            {label}
            {keys.map((key) => (
              <Kbd key={key}>{key}</Kbd>
            ))}
          </Radix.Content>
        </Radix.Portal>
      </Radix.Root>
    </Radix.Provider>
  );
}
