'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { PromiseAbout } from '@/domain/promise/promise';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog.client';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import { Notice } from '@/ui/notice';
import { Select } from '@/ui/select';
import { Textarea } from '@/ui/textarea';
import type { Proposal } from '../proposals';
import { usePromiseDraft } from './use-promise-draft';

type Props = Readonly<{
  workspace: string;
  ticketId: string;
  /** The reader's. */
  timeZone: string;
  about: PromiseAbout;
  /** Something is at risk or broken: the customer should hear of it. */
  isPressing: boolean;
}>;

/** Promises a time, and tells the customer with a message that is ready to be sent. */
export function PromiseForm(props: Props) {
  const t = useTranslations('promise');
  const common = useTranslations('common');
  const [open, setOpen] = useState(false);
  const draft = usePromiseDraft({ ...props, onDone: () => setOpen(false) });
  const opened = (isOpen: boolean) => {
    setOpen(isOpen);
    if (isOpen) draft.begin(props.about);
  };
  return (
    <Dialog
      title={t('form.title')}
      closeLabel={common('close')}
      open={open}
      onOpenChange={opened}
      trigger={
        <Button size="sm" variant={props.isPressing ? 'primary' : 'secondary'}>
          {t(props.isPressing ? 'panel.notice' : 'panel.make')}
        </Button>
      }
      footer={
        <>
          <Button variant="secondary" disabled={draft.pending} onClick={() => draft.submit('note')}>
            {t('form.note')}
          </Button>
          <Button variant="primary" pending={draft.pending} onClick={() => draft.submit('send')}>
            {t('form.send')}
          </Button>
        </>
      }
    >
      <Fields draft={draft} />
    </Dialog>
  );
}

function Fields({ draft }: Readonly<{ draft: ReturnType<typeof usePromiseDraft> }>) {
  const t = useTranslations('promise');
  const problem = useTranslations('problem');
  const { wrong } = draft;
  return (
    <div className="flex flex-col gap-4" aria-busy={draft.loading}>
      {draft.problem && (
        <Notice tone="danger" live>
          {problem(draft.problem)}
        </Notice>
      )}
      <Field label={t('form.about')}>
        <Select value={draft.about} onChange={(event) => draft.begin(event.target.value as PromiseAbout)}>
          <option value="answer">{t('about.answer')}</option>
          <option value="resolution">{t('about.resolution')}</option>
        </Select>
      </Field>
      <Field
        label={t('form.due')}
        hint={draft.loading ? t('form.loading') : <Ground proposal={draft.proposal} />}
        error={wrong === 'due' && t('form.dueWrong')}
      >
        <Input
          type="datetime-local"
          className="max-w-60"
          value={draft.local}
          onChange={(event) => draft.setLocal(event.target.value)}
          onBlur={draft.settleTime}
        />
      </Field>
      <Field label={t('form.text')} hint={t('form.textHint')} error={wrong === 'text' && t('form.textWrong')}>
        <Textarea rows={8} value={draft.text} onChange={(event) => draft.setText(event.target.value)} />
      </Field>
      <p className="text-ink-faint text-sm">{t('form.noteHint')}</p>
    </div>
  );
}

function Ground({ proposal }: Readonly<{ proposal: Proposal | null }>) {
  const t = useTranslations('promise');
  if (!proposal) return null;
  const { source, sample, group, dueAt } = proposal;
  if (!dueAt) return t('form.noProposal');
  if (source === 'sla') return t('form.proposalSla');
  if (source === 'general') return t('form.proposalGeneral');
  if (source !== 'statistical' || !group) return null;
  return t('form.proposalStatistical', {
    sample: sample ?? 0,
    group: t(`group.${group}` as 'group.priority'),
  });
}
