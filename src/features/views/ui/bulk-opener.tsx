import type { ComponentProps } from 'react';
import { Button } from '@/ui/button';

type Props = ComponentProps<typeof Button> & Readonly<{ label: string }>;

/** A button with a sign and, where there is room, its word. */
export function Opener({ label, children, ...rest }: Props) {
  return (
    <Button variant="ghost" size="sm" aria-label={label} title={label} {...rest}>
      {children}
      <span className="max-lg:sr-only">{label}</span>
    </Button>
  );
}
