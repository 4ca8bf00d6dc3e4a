'use client';

import { useTranslations } from 'next-intl';
import type { ProblemCode } from '@/domain/shared/result';
import type { Tried } from '@/features/channels/commands/test-mailbox';
import { Notice } from '@/ui/notice';

export type Tested = Readonly<{ incoming: Tried; outgoing: Tried }> | Readonly<{ problem: ProblemCode }>;

/** What the two servers said, each in one sentence. */
export function TestResult({ tested }: Readonly<{ tested: Tested }>) {
  const sentence = useTranslations('problem');
  if ('problem' in tested) {
    return (
      <Notice tone="danger" live>
        {sentence(tested.problem)}
      </Notice>
    );
  }
  return (
    <div className="flex flex-col gap-2">
      <Side side="incoming" tried={tested.incoming} />
      <Side side="outgoing" tried={tested.outgoing} />
    </div>
  );
}

function Side({ side, tried }: Readonly<{ side: 'incoming' | 'outgoing'; tried: Tried }>) {
  const t = useTranslations('channels.form');
  if (tried.state === 'fails') {
    return (
      <Notice tone="danger" title={t(`tested.${side}.fails`)} live>
        {tried.reason}
      </Notice>
    );
  }
  if (tried.state === 'nothing') return <Notice live>{t(`tested.${side}.nothing`)}</Notice>;
  return (
    <Notice tone="success" live>
      {t(`tested.${side}.works`, { count: tried.mails ?? 0 })}
    </Notice>
  );
}
