'use client';

import { Lock } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Avatar } from '@/ui/avatar';
import { Badge } from '@/ui/badge';
import { classNames } from '@/ui/class-names';
import { useStage } from './stage.client';
import { Words } from './words';

/** What was sent a moment ago, shown before the server has answered. */
export function PendingMessages() {
  const t = useTranslations('ticket');
  const { pending } = useStage();
  return pending.map(({ key, kind, html, author }) => (
    <li key={key}>
      <article
        className={classNames(
          'rounded-lg border p-4',
          kind === 'note' ? 'border-warning-ink/25 bg-warning-soft' : 'border-accent-ink/20 bg-accent-soft',
        )}
      >
        <div className="flex items-center gap-3">
          <Avatar name={author} size="md" />
          <h3 className="min-w-0 flex-1 truncate font-semibold text-ink">{author}</h3>
          {kind === 'note' && (
            <Badge tone="warning">
              <Lock aria-hidden />
              {t('message.note')}
            </Badge>
          )}
        </div>
        <div className="mt-3 max-w-[80ch] text-ink sm:pl-11">
          <Words html={html} />
          <p className="mt-2 text-ink-faint text-sm">{t('composer.saving')}</p>
        </div>
      </article>
    </li>
  ));
}
