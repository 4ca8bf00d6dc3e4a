'use client';

import { Toaster as Sonner } from 'sonner';

/** Where short messages appear: `toast('Saved')` of `sonner`. Stands once, in the root layout. */
export function Toaster({ label, closeLabel }: Readonly<{ label: string; closeLabel: string }>) {
  return (
    <Sonner
      position="bottom-right"
      containerAriaLabel={label}
      closeButton
      style={{ fontFamily: 'inherit' }}
      toastOptions={{
        closeButtonAriaLabel: closeLabel,
        unstyled: true,
        classNames: {
          toast:
            'flex w-full items-center gap-3 rounded-lg border border-line bg-raised px-4 py-3 text-base text-ink shadow-raised',
          content: 'min-w-0 flex-1',
          description: 'text-ink-soft text-sm',
          actionButton: 'shrink-0 rounded-sm px-2 py-1 font-medium text-accent-ink hover:bg-hover',
          cancelButton: 'shrink-0 rounded-sm px-2 py-1 text-ink-soft hover:bg-hover',
          // Of messages that lie behind one another only the one in front can be closed.
          closeButton:
            '[[data-expanded=false][data-front=false]_&]:invisible order-last flex size-7 shrink-0 items-center justify-center rounded-sm text-ink-faint hover:bg-hover hover:text-ink',
          icon: 'shrink-0',
        },
      }}
    />
  );
}
