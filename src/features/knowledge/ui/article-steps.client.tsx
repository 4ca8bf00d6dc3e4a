'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { useState, useTransition } from 'react';
import { toast } from 'sonner';
import { type ArticleStep, asksToPublish, hourProblem } from '@/domain/knowledge/article';
import { instantOf } from '@/domain/shared/local-time';
import { Badge } from '@/ui/badge';
import { Button } from '@/ui/button';
import { Checkbox } from '@/ui/checkbox';
import { Dialog } from '@/ui/dialog.client';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import { takeStepAction } from '../actions';
import type { ArticlePage } from '../queries-editor';
import { StateBadge } from './state-badge';
import type { SavingState } from './text-saver';

type Props = Readonly<{
  workspace: string;
  text: ArticlePage['text'];
  isTranslation: boolean;
  may: Readonly<{ write: boolean; publish: boolean }>;
  timeZone: string;
  saving: SavingState;
  flush: () => Promise<boolean>;
}>;

/** Where a text stands, whether it is saved, and what can be done with it next. */
export function ArticleSteps({ workspace, text, isTranslation, may, timeZone, saving, flush }: Props) {
  const t = useTranslations('knowledge');
  const problem = useTranslations('problem');
  const [pending, start] = useTransition();
  const [current, setCurrent] = useState(true);
  const allowed = text.steps.filter((step) => may.write && (may.publish || !asksToPublish(step)));
  const take = (step: ArticleStep, at?: Date) =>
    start(async () => {
      if (!(await flush())) return;
      const done = await takeStepAction(workspace, {
        translationId: text.id,
        step,
        current,
        ...(at && { at }),
      });
      if (done.ok) toast(t(`step.done.${step}`));
      else toast.error(problem(done.error.code));
    });
  const main = (['publish', 'submit', 'revive'] as const).find((step) => allowed.includes(step));
  return (
    <section aria-label={t('step.label')} className="flex flex-wrap items-center gap-x-3 gap-y-2">
      <Standing text={text} saving={saving} />
      {isTranslation && allowed.includes('publish') && (
        <Checkbox
          label={t('step.current')}
          checked={current}
          onChange={({ target }) => setCurrent(target.checked)}
        />
      )}
      <div className="ml-auto flex flex-wrap gap-2">
        {allowed.map((step) =>
          step === 'schedule' || step === 'schedule_archive' ? (
            <Later key={step} {...{ step, text, timeZone, pending }} onChosen={(at) => take(step, at)} />
          ) : (
            <Button
              key={step}
              variant={step === main ? 'primary' : 'secondary'}
              pending={pending}
              onClick={() => take(step)}
            >
              {t(`step.${step}`)}
            </Button>
          ),
        )}
      </div>
    </section>
  );
}

function Standing({ text, saving }: Pick<Props, 'text' | 'saving'>) {
  const t = useTranslations('knowledge');
  const format = useFormatter();
  const { state, liveRevision, revision, publishAt, archiveAt } = text;
  const hour = (at: Date) => format.dateTime(at, { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <p className="flex flex-wrap items-center gap-2">
      <StateBadge state={state} />
      {liveRevision !== null && revision > liveRevision && <Badge tone="warning">{t('mark.changed')}</Badge>}
      {publishAt && <Badge tone="info">{t('mark.scheduled', { at: hour(publishAt) })}</Badge>}
      {archiveAt && <Badge tone="outline">{t('mark.ending', { at: hour(archiveAt) })}</Badge>}
      <span
        role="status"
        className={saving === 'kept' ? 'text-danger-ink text-sm' : 'text-ink-faint text-sm'}
      >
        {saving !== 'idle' && t(`editor.${saving}`)}
      </span>
    </p>
  );
}

type LaterProps = Readonly<{
  step: 'schedule' | 'schedule_archive';
  text: Props['text'];
  timeZone: string;
  pending: boolean;
  onChosen: (at: Date) => void;
}>;

function Later({ step, text, timeZone, pending, onChosen }: LaterProps) {
  const t = useTranslations('knowledge.step');
  const common = useTranslations('common');
  const [open, setOpen] = useState(false);
  const [wrong, setWrong] = useState<ReturnType<typeof hourProblem>>(null);
  const choose = (form: FormData) => {
    const at = instantOf(String(form.get('at') ?? ''), timeZone);
    const problem = hourProblem(step, { ...text, at, now: new Date() });
    setWrong(problem);
    if (problem || !at) return;
    setOpen(false);
    onChosen(at);
  };
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      size="sm"
      title={t(step)}
      closeLabel={common('close')}
      trigger={<Button pending={pending}>{t(step)}</Button>}
    >
      <form action={choose} className="flex flex-col gap-4">
        <Field
          label={t('when')}
          hint={t('whenHint')}
          error={wrong ? t(wrong === 'past' ? 'whenError' : 'whenOrder') : undefined}
        >
          <Input name="at" type="datetime-local" required />
        </Field>
        <div className="flex justify-end">
          <Button type="submit" variant="primary">
            {t(`whenSubmit.${step}`)}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
