'use client';

import { useRouter } from 'next/navigation';
import { useFormatter, useTranslations } from 'next-intl';
import { useEffect } from 'react';
import type { ImportRow } from '../queries';

const PAUSE_MS = 1500;

/** How far an import has come; looks again by itself while it is at work. */
export function Progress({ file }: Readonly<{ file: ImportRow }>) {
  const t = useTranslations('imports');
  const format = useFormatter();
  const router = useRouter();
  const works = file.state === 'checking' || file.state === 'running';
  useEffect(() => {
    if (!works) return;
    const timer = setInterval(() => router.refresh(), PAUSE_MS);
    return () => clearInterval(timer);
  }, [works, router]);
  const figures = ['created', 'updated', 'skipped', 'failed'] as const;
  return (
    <div className="flex flex-col gap-3">
      <p role="status" className="font-medium">
        {t(`state.${file.state}`)}{' '}
        <span className="text-ink-soft">
          {t('progress', { done: format.number(file.cursor), rows: format.number(file.rows) })}
        </span>
      </p>
      {file.state === 'cancelled' && <p className="text-ink-soft">{t('cancelledBody')}</p>}
      {works && <progress className="w-full" max={file.rows} value={file.cursor} aria-label={t('bar')} />}
      <dl className="grid grid-cols-2 gap-3 sm:grid-cols-4">
        {figures.map((figure) => (
          <div key={figure} className="rounded-lg border border-line bg-canvas px-4 py-3">
            <dt className="text-ink-soft text-sm">{t(figure)}</dt>
            <dd className="font-semibold text-xl tabular-nums">{format.number(file[figure])}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
