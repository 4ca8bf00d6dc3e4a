'use client';

import { CircleAlert, Globe } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { Unfit } from '@/domain/channel/answer-limits';
import type { ReachableChannel } from '@/features/delivery/commands/reachable-channels';
import { fileSize } from './file-size';

type Props = Readonly<{ way: ReachableChannel; unfit: Unfit | null }>;

/** What whoever answers on this way has to know: whether they can, who reads it, and how much it takes; in words. */
export function WayFacts({ way, unfit }: Props) {
  const t = useTranslations('social');
  const { reach, limits, warning } = way;
  if (reach.state !== 'open') return <Caution>{t(`hindrance.${reach.why}`)}</Caution>;
  return (
    <>
      <Open way={way} />
      {warning && <Caution>{t(`warning.${warning}`)}</Caution>}
      {unfit && <Caution>{t(`refused.${unfit}`)}</Caution>}
      {limits && <Limits limits={limits} />}
    </>
  );
}

function Caution({ children }: Readonly<{ children: ReactNode }>) {
  return (
    <span className="flex items-start gap-1.5 text-warning-ink">
      <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
      {children}
    </span>
  );
}

/** That everybody reads it, or until when one may write freely. */
function Open({ way: { isPublic, reach } }: Readonly<{ way: ReachableChannel }>) {
  const t = useTranslations('social.switch');
  const format = useFormatter();
  if (isPublic) {
    return (
      <span className="flex items-center gap-1.5 text-ink-soft">
        <Globe aria-hidden className="size-4 shrink-0" />
        {t('publicWarning')}
      </span>
    );
  }
  if (reach.state !== 'open' || reach.until === null) return null;
  const at = format.dateTime(reach.until, { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <span suppressHydrationWarning className="text-ink-faint">
      {t('until', { at })}
    </span>
  );
}

/** How long one message may be, and how large a file. */
function Limits({ limits }: Readonly<{ limits: NonNullable<ReachableChannel['limits']> }>) {
  const t = useTranslations('social.limits');
  const format = useFormatter();
  const { text, unit, files, fileBytes, types, once } = limits;
  const words = [
    t(unit, { count: text }),
    t(once ? 'once' : 'several'),
    files === 0 ? t('noFiles') : t(kindsOf(types), { size: fileSize(format, fileBytes) }),
  ];
  return <span className="text-ink-faint">{words.join(' · ')}</span>;
}

/** Any files, pictures alone, or what can be seen and heard. */
function kindsOf(types: readonly string[] | undefined): 'files' | 'pictures' | 'media' {
  if (!types) return 'files';
  return types.every((type) => type.startsWith('image/')) ? 'pictures' : 'media';
}
