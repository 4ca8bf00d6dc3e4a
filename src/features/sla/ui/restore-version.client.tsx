'use client';

import { Undo2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState, useTransition } from 'react';
import { toast } from 'sonner';
import { restorePolicyAction } from '@/features/sla/actions';
import { Button } from '@/ui/button';
import { Notice } from '@/ui/notice';

type Props = Readonly<{ workspace: string; policyId: string; version: number }>;

/** Makes the policy what it was in this version. It is saved as a new one, so that the way back stays open. */
export function RestoreVersion({ workspace, policyId, version }: Props) {
  const t = useTranslations('policy.versions');
  const [failed, setFailed] = useState(false);
  const [pending, start] = useTransition();
  const restore = () =>
    start(async () => {
      const restored = await restorePolicyAction(workspace, { policyId, version });
      setFailed(!restored.ok);
      if (restored.ok) toast(t('restored', { version, now: restored.value.version }));
    });
  return (
    <div className="mt-2 flex flex-col items-start gap-2">
      {failed && (
        <Notice tone="danger" live>
          {t('cannotRestore')}
        </Notice>
      )}
      <Button size="sm" pending={pending} onClick={restore} aria-label={t('restoreThis', { version })}>
        <Undo2 aria-hidden />
        {t('restore')}
      </Button>
    </div>
  );
}
