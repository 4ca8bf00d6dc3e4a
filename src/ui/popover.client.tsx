'use client';

import { Popover as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { classNames } from './class-names';

type Props = Readonly<{
  trigger: ReactNode;
  /** What it is, for screen readers. */
  label: string;
  align?: 'start' | 'center' | 'end';
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  className?: string;
  /** Takes the focus once it is shut; its button does where this is absent. */
  onShut?: () => void;
  children: ReactNode;
}>;

/** A small window beside its button, for more than a menu can hold. */
export function Popover({ trigger, label, align = 'start', className, onShut, children, ...state }: Props) {
  return (
    <Radix.Root {...state}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          aria-label={label}
          align={align}
          sideOffset={4}
          collisionPadding={8}
          onCloseAutoFocus={(event) => {
            if (!onShut) return;
            event.preventDefault();
            onShut();
          }}
          className={classNames(
            'appear z-50 w-80 max-w-[calc(100vw-16px)] rounded-lg border border-line bg-raised p-3 shadow-raised',
            className,
          )}
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
