'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog.client';
import { Field } from '@/ui/field';
import { Notice } from '@/ui/notice';
import { Select } from '@/ui/select';
import { AnswerTexts, areTextsReady } from './answer-texts.client';
import { LeftOut } from './left-out.client';
import type { useAnswers } from './use-answers';

type Answers = ReturnType<typeof useAnswers>;

type Props = Readonly<{
  workspace: string;
  /** Of the problem. */
  number: number;
  answers: Answers;
  onClose: () => void;
}>;

const STATUSES = ['open', 'pending', 'solved'] as const;

/** One answer to all open incidents of a problem. */
export function AnswerDialog({ workspace, number, answers, onClose }: Props) {
  const t = useTranslations('link.answer');
  const common = useTranslations('common');
  const { running, waiting, sent, failed } = answers;
  // While answers leave, the window stays: what becomes of them is told in it.
  const close = () => running || onClose();
  return (
    <Dialog
      open
      onOpenChange={close}
      size="lg"
      title={t('title', { number: String(number) })}
      description={t('hint')}
      closeLabel={common('close')}
      footer={
        <>
          {running && (
            <p role="status" className="mr-auto flex items-center gap-3 text-ink-soft text-sm">
              {t('running', running)}
              <progress
                value={running.done}
                max={running.total}
                aria-label={t('progress')}
                className="h-1.5 w-32 accent-accent"
              />
            </p>
          )}
          {sent > 0 && !running && <Button onClick={answers.undo}>{t('undo', { count: sent })}</Button>}
          <Button disabled={running !== null} onClick={onClose}>
            {sent > 0 ? common('close') : common('cancel')}
          </Button>
          <Button
            variant="primary"
            pending={running !== null}
            disabled={waiting.length === 0 || !areTextsReady(answers.texts)}
            onClick={answers.send}
          >
            {t(failed.length > 0 ? 'again' : 'send', { count: waiting.length })}
          </Button>
        </>
      }
    >
      <Body workspace={workspace} answers={answers} />
    </Dialog>
  );
}

function Body({ workspace, answers }: Pick<Props, 'workspace' | 'answers'>) {
  const t = useTranslations('link.answer');
  const common = useTranslations('common');
  const { shown, submitAs, sent, failed } = answers;
  if (shown === 'failed') return <Notice tone="danger">{t('notLoaded')}</Notice>;
  if (shown === null) return <p className="py-6 text-ink-faint">{t('loading')}</p>;
  const known = shown.incidents.flatMap((incident) =>
    incident.leftOut ? [{ incident, problem: 'channel.closed', why: incident.leftOut }] : [],
  );
  return (
    <div className="flex flex-col gap-4">
      {sent > 0 && (
        <Notice tone="success" live>
          {t('sent', { count: sent })}
        </Notice>
      )}
      <LeftOut workspace={workspace} title="failed" left={failed} />
      <LeftOut workspace={workspace} title="leftOut" left={known} />
      <AnswerTexts shown={shown} texts={answers.texts} onWrite={answers.write} />
      <Field label={t('afterwards')} className="max-w-xs">
        <Select
          value={submitAs}
          onChange={({ target }) => answers.setSubmitAs(target.value as typeof submitAs)}
        >
          {STATUSES.map((status) => (
            <option key={status} value={status}>
              {common(`status.${status}`)}
            </option>
          ))}
        </Select>
      </Field>
    </div>
  );
}
