'use client';

import { Printer } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '@/ui/button';

/** Prints the page, on paper as light as paper is. */
export function PrintButton() {
  const t = useTranslations('insights.print');
  return (
    <Button onClick={() => window.print()}>
      <Printer aria-hidden />
      {t('button')}
    </Button>
  );
}
