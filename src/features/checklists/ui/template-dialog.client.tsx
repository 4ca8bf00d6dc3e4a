'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { toast } from 'sonner';
import { Button } from '@/ui/button';
import { Checkbox } from '@/ui/checkbox';
import { Dialog } from '@/ui/dialog.client';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import { Notice } from '@/ui/notice';
import { Textarea } from '@/ui/textarea';
import { useSubmit } from '@/ui/use-submit.client';
import { saveTemplateAction } from '../actions';
import type { ChecklistTemplate } from '../queries';

type Props = Readonly<{ workspace: string; template: ChecklistTemplate | null; trigger: ReactNode }>;

/** Adds a template of checklists, or changes one. */
export function TemplateDialog({ workspace, template, trigger }: Props) {
  const t = useTranslations('checklist');
  const common = useTranslations('common');
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      trigger={trigger}
      title={template ? t('edit') : t('add')}
      closeLabel={common('close')}
    >
      <TemplateForm workspace={workspace} template={template} onDone={() => setOpen(false)} />
    </Dialog>
  );
}

type FormProps = Omit<Props, 'trigger'> & Readonly<{ onDone: () => void }>;

/** Steps stand one in a line, so that a list from elsewhere is pasted in one go. */
function TemplateForm({ workspace, template, onDone }: FormProps) {
  const t = useTranslations('checklist');
  const common = useTranslations('common');
  const problems = useTranslations('problem');
  const { ref, onSubmit, pending, problem, wrong } = useSubmit({
    send: (typed) =>
      saveTemplateAction(workspace, {
        templateId: template?.id ?? null,
        name: String(typed.get('name') ?? ''),
        required: typed.get('required') === 'on',
        items: stepsIn(String(typed.get('items') ?? '')),
      }),
    onDone: () => {
      toast(t('saved'));
      onDone();
    },
  });
  return (
    <form ref={ref} onSubmit={onSubmit} noValidate className="flex flex-col gap-4">
      <Field label={t('name')} error={wrong('name') ? t('nameMissing') : undefined}>
        <Input name="name" maxLength={200} defaultValue={template?.name ?? ''} autoComplete="off" />
      </Field>
      <Field label={t('items')} hint={t('itemsHint')} error={wrong('items') ? t('itemsWrong') : undefined}>
        <Textarea name="items" rows={6} defaultValue={template?.items.join('\n') ?? ''} />
      </Field>
      <Checkbox
        name="required"
        label={t('required')}
        hint={t('requiredHint')}
        defaultChecked={template?.required ?? false}
      />
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

const stepsIn = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
