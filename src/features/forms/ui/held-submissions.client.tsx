'use client';

import { useTranslations } from 'next-intl';
import { useTransition } from 'react';
import { toast } from 'sonner';
import { Button } from '@/ui/button';
import { Panel } from '@/ui/panel';
import { discardSubmissionAction, releaseSubmissionAction } from '../actions';
import type { HeldSubmission } from '../queries';

type Props = Readonly<{ workspace: string; held: readonly HeldSubmission[] }>;

/** What waits for a person: released it becomes a ticket, discarded it is kept and becomes none. */
export function HeldSubmissions({ workspace, held }: Props) {
  const t = useTranslations('formSetup.held');
  return (
    <Panel title={t('title')} description={t('body')}>
      <ul className="flex flex-col gap-3">
        {held.map((each) => (
          <Item key={each.id} workspace={workspace} held={each} />
        ))}
      </ul>
    </Panel>
  );
}

const REASONS = ['blocked', 'honeypot', 'too_fast', 'links', 'markup', 'same_words'] as const;
const SHOWN = 300;

function Item({ workspace, held }: Readonly<{ workspace: string; held: HeldSubmission }>) {
  const t = useTranslations('formSetup.held');
  const sentence = useTranslations('problem');
  const [pending, start] = useTransition();
  const { id: submissionId, form, submission } = held;
  const reasons = REASONS.filter((each) => held.reason.split(',').includes(each)).map((each) =>
    t(`reason.${each}`),
  );
  const release = () =>
    start(async () => {
      const done = await releaseSubmissionAction(workspace, { submissionId });
      toast(done.ok ? t('released', { number: String(done.value.number) }) : sentence(done.error.code));
    });
  const discard = () =>
    start(async () => {
      const done = await discardSubmissionAction(workspace, { submissionId });
      toast(done.ok ? t('discarded') : sentence(done.error.code));
    });
  return (
    <li className="flex flex-wrap items-start gap-3 rounded-md border border-line p-3">
      <div className="min-w-0 flex-1 basis-60 break-words">
        <p className="font-medium text-ink">{submission.subject || submission.message.slice(0, 80)}</p>
        <p className="text-ink-faint text-sm">
          {[form, submission.name, submission.email, reasons.join(', ') || t('reason.none')]
            .filter(Boolean)
            .join(' · ')}
        </p>
        <p className="mt-1 whitespace-pre-line text-ink-soft text-sm">{submission.message.slice(0, SHOWN)}</p>
      </div>
      <div className="flex gap-2">
        <Button
          size="sm"
          pending={pending}
          aria-label={`${t('release')}: ${submission.email}`}
          onClick={release}
        >
          {t('release')}
        </Button>
        <Button
          size="sm"
          variant="ghost"
          pending={pending}
          aria-label={`${t('discard')}: ${submission.email}`}
          onClick={discard}
        >
          {t('discard')}
        </Button>
      </div>
    </li>
  );
}
