'use client';

import { Printer } from 'lucide-react';
import { Button } from './button';

/** Prints the page, on paper as light as paper is. */
export function PrintButton({ label }: Readonly<{ label: string }>) {
  return (
    <Button onClick={() => window.print()}>
      <Printer aria-hidden />
      {label}
    </Button>
  );
}
