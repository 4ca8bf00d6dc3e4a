import type { ReactNode } from 'react';
import { Badge } from './badge';

const TONES: Readonly<Record<string, 'neutral' | 'warning' | 'success' | 'info' | 'accent'>> = {
  grey: 'neutral',
  gold: 'warning',
  green: 'success',
  blue: 'info',
  violet: 'accent',
};

/** The tier of a customer by its name; the colour only helps to find it. */
export function TierBadge({ colour, children }: Readonly<{ colour: string; children: ReactNode }>) {
  return (
    <Badge tone={TONES[colour] ?? 'neutral'}>
      <span className="truncate">{children}</span>
    </Badge>
  );
}
