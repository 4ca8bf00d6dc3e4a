'use client';

import { Phone } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect } from 'react';
import { Button } from '@/ui/button';
import { Kbd } from '@/ui/kbd';
import { type CallStart, callsAreAbout, openCallLog } from './open-call';

type Props = Readonly<{ look: 'rail' | 'icon' | 'plain'; start?: CallStart }>;

/** Opens the call log: at the left of every page, at the top on a phone, and beside a customer, whom `D` then means as well. */
export function CallLogButton({ look, start = {} }: Props) {
  const t = useTranslations('phone.log');
  const open = () => openCallLog(start);
  const about = start.customerId ? JSON.stringify(start) : null;
  useEffect(() => (about === null ? undefined : callsAreAbout(JSON.parse(about))), [about]);
  if (look === 'icon') {
    return (
      <Button variant="ghost" size="icon" aria-label={t('open')} onClick={open}>
        <Phone aria-hidden />
      </Button>
    );
  }
  if (look === 'plain') {
    return (
      <Button size="sm" onClick={open}>
        <Phone aria-hidden />
        {t('open')}
      </Button>
    );
  }
  return (
    <Button variant="ghost" className="max-h-8 w-full justify-start gap-2.5 px-2 font-normal" onClick={open}>
      <Phone aria-hidden />
      <span className="min-w-0 flex-1 truncate text-left">{t('open')}</span>
      <span aria-hidden className="hidden lg:block">
        <Kbd>D</Kbd>
      </span>
    </Button>
  );
}
