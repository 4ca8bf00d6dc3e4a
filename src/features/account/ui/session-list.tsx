import { Monitor, Smartphone } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import type { SessionRow } from '@/features/account/queries';
import { Badge } from '@/ui/badge';
import { SignOutOne, SignOutOthers } from './revoke-session.client';

/** The browsers in which one is signed in, this one first. */
export function SessionList({ sessions }: Readonly<{ sessions: readonly SessionRow[] }>) {
  return (
    <div className="flex flex-col gap-4">
      <ul className="divide-y divide-line rounded-lg border border-line">
        {sessions.map((session) => (
          <Session key={session.id} session={session} />
        ))}
      </ul>
      {sessions.length > 1 && <SignOutOthers />}
    </div>
  );
}

function Session({ session }: Readonly<{ session: SessionRow }>) {
  const t = useTranslations('account.sessions');
  const format = useFormatter();
  const { id, ip, current, lastSeenAt, createdAt, device } = session;
  const Icon = device.mobile ? Smartphone : Monitor;
  const { browser, system } = device;
  const name = browser && system ? t('device', { browser, system }) : (browser ?? system ?? t('unknown'));
  const seen = current ? t('now') : format.relativeTime(lastSeenAt);
  return (
    <li className="flex flex-wrap items-center gap-3 px-4 py-3">
      <Icon aria-hidden className="size-5 shrink-0 text-ink-faint" strokeWidth={1.75} />
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-2 font-medium">
          {name}
          {current && <Badge tone="success">{t('this')}</Badge>}
        </p>
        <p className="break-words text-ink-faint text-sm">
          {[
            t('lastSeen', { when: seen }),
            ip,
            t('since', { when: format.dateTime(createdAt, { dateStyle: 'medium' }) }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
      </div>
      {!current && <SignOutOne sessionId={id} device={name} />}
    </li>
  );
}
