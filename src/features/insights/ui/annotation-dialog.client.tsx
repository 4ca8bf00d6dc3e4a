'use client';

import { Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type ReactNode, useState, useTransition } from 'react';
import { toast } from 'sonner';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog.client';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import { Notice } from '@/ui/notice';
import { useSubmit } from '@/ui/use-submit.client';
import { deleteAnnotationAction, saveAnnotationAction } from '../actions';

type Mark = Readonly<{ id: string; day: string; text: string }>;
type Props = Readonly<{
  workspace: string;
  /** Null for a new one. */
  mark: Mark | null;
  today: string;
  trigger: ReactNode;
}>;

/** Marks a day, or says otherwise what happened on it. */
export function AnnotationDialog({ trigger, ...props }: Props) {
  const t = useTranslations('insights.marks');
  const common = useTranslations('common');
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      trigger={trigger}
      size="sm"
      title={props.mark ? t('edit') : t('add')}
      description={t('hint')}
      closeLabel={common('close')}
    >
      <AnnotationForm {...props} onDone={() => setOpen(false)} />
    </Dialog>
  );
}

type FormProps = Omit<Props, 'trigger'> & Readonly<{ onDone: () => void }>;

function AnnotationForm({ workspace, mark, today, onDone }: FormProps) {
  const t = useTranslations('insights.marks');
  const common = useTranslations('common');
  const problems = useTranslations('problem');
  const { ref, onSubmit, pending, problem, wrong } = useSubmit({
    send: (typed) =>
      saveAnnotationAction(workspace, {
        annotationId: mark?.id ?? null,
        day: String(typed.get('day') ?? ''),
        text: String(typed.get('text') ?? ''),
      }),
    onDone: () => {
      toast(t('saved'));
      onDone();
    },
  });
  return (
    <form ref={ref} onSubmit={onSubmit} noValidate className="flex flex-col gap-4">
      <Field label={t('day')} error={wrong('day') ? t('dayMissing') : undefined}>
        <Input type="date" name="day" defaultValue={mark?.day ?? today} />
      </Field>
      <Field label={t('text')} error={wrong('text') ? t('textMissing') : undefined}>
        <Input name="text" maxLength={120} defaultValue={mark?.text ?? ''} autoComplete="off" />
      </Field>
      {problem && !problem.code.startsWith('input') && (
        <Notice tone="danger" live>
          {problems(problem.code)}
        </Notice>
      )}
      <div>
        <Button type="submit" variant="primary" pending={pending}>
          {common('save')}
        </Button>
      </div>
    </form>
  );
}

/** Takes a mark away. */
export function DeleteAnnotation({ workspace, mark }: Readonly<{ workspace: string; mark: Mark }>) {
  const t = useTranslations('insights.marks');
  const problems = useTranslations('problem');
  const [pending, start] = useTransition();
  const run = () =>
    start(async () => {
      const done = await deleteAnnotationAction(workspace, { annotationId: mark.id });
      if (done.ok) toast(t('deleted', { text: mark.text }));
      else toast.error(problems(done.error.code));
    });
  return (
    <Button
      variant="ghost"
      size="icon-sm"
      pending={pending}
      aria-label={t('delete', { text: mark.text })}
      onClick={run}
    >
      <Trash2 aria-hidden />
    </Button>
  );
}
