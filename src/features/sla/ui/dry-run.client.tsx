'use client';

import { FlaskConical } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useState, useTransition } from 'react';
import { conditionOf, type GroupDraft, wrongInGroup } from '@/features/conditions/ui/condition-draft';
import { dryRunPolicyAction } from '@/features/sla/actions';
import type { DryRun as Found } from '@/features/sla/dry-run';
import { Button } from '@/ui/button';
import { Notice } from '@/ui/notice';

type Props = Readonly<{ workspace: string; conditions: GroupDraft; onWrong: () => void }>;

/** Counts the open tickets that the conditions would match now, with a few of them. */
export function DryRun({ workspace, conditions, onWrong }: Props) {
  const t = useTranslations('policy.dryRun');
  const sentence = useTranslations('problem');
  const [found, setFound] = useState<Found | 'input.invalid' | null>(null);
  const [pending, start] = useTransition();
  const run = () => {
    if (wrongInGroup(conditions).length > 0) {
      setFound(null);
      onWrong();
      return;
    }
    start(async () => {
      const answer = await dryRunPolicyAction(workspace, { conditions: conditionOf(conditions) });
      setFound(answer.ok ? answer.value : answer.error.code);
    });
  };
  return (
    <div className="mt-5 border-line border-t pt-4">
      <h3 className="font-medium text-ink">{t('title')}</h3>
      <p className="text-ink-soft text-sm">{t('body')}</p>
      <Button size="sm" className="mt-2" onClick={run} pending={pending}>
        <FlaskConical aria-hidden />
        {t('run')}
      </Button>
      <div aria-live="polite" className="mt-3 empty:hidden">
        {found === 'input.invalid' && <Notice tone="danger">{sentence('input.invalid')}</Notice>}
        {found !== null && found !== 'input.invalid' && <Outcome workspace={workspace} found={found} />}
      </div>
    </div>
  );
}

function Outcome({ workspace, found }: Readonly<{ workspace: string; found: Found }>) {
  const t = useTranslations('policy.dryRun');
  const { open, matching, examples } = found;
  return (
    <>
      <p className="font-medium text-ink">{t('result', { open, matching })}</p>
      {examples.length > 0 && (
        <>
          <p className="mt-2 text-ink-soft text-sm">{t('examples')}</p>
          <ul className="text-sm">
            {examples.map(({ number, subject }) => (
              <li key={number} className="truncate">
                <Link
                  href={`/${workspace}/desk/tickets/${number}`}
                  className="rounded-sm text-accent-ink underline-offset-2 hover:underline"
                >
                  #{number} {subject}
                </Link>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
