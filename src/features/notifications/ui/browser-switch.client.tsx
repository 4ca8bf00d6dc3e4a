'use client';

import { BellOff, BellRing } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useSyncExternalStore } from 'react';
import { browserNotices, type NoticeState } from '@/ui/browser-notices';
import { Button } from '@/ui/button';

const SAYS = {
  on: 'hereOn',
  off: 'hereOff',
  denied: 'hereDenied',
  none: 'hereNone',
} as const satisfies Record<NoticeState, string>;

/** Switches notices of this browser on and off. The browser asks for its permission only at the press of the button. */
export function BrowserSwitch() {
  const t = useTranslations('notification.prefs');
  const state = useSyncExternalStore(browserNotices.watch, browserNotices.state, () => 'off' as const);
  const Icon = state === 'on' ? BellRing : BellOff;
  return (
    <div className="flex flex-col items-start gap-3">
      <p role="status" className="flex items-start gap-2 text-ink">
        <Icon aria-hidden className="mt-0.5 size-4 shrink-0 text-ink-faint" />
        {t(SAYS[state])}
      </p>
      <div className="flex flex-wrap gap-2">
        {state === 'off' && <Button onClick={() => void browserNotices.switchOn()}>{t('switchOn')}</Button>}
        {state === 'on' && (
          <>
            <Button onClick={() => new Notification(t('testTitle'), { body: t('testBody') })}>
              {t('test')}
            </Button>
            <Button variant="ghost" onClick={browserNotices.switchOff}>
              {t('switchOff')}
            </Button>
          </>
        )}
      </div>
    </div>
  );
}
