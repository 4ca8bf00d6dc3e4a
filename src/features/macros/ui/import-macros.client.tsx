'use client';

import { Upload } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState, useTransition } from 'react';
import { toast } from 'sonner';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog.client';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import { Notice } from '@/ui/notice';
import { importMacrosAction } from '../actions';

type Props = Readonly<{ workspace: string; audience: 'personal' | 'everyone' }>;

/** Takes up macros from a file. */
export function ImportMacros({ workspace, audience }: Props) {
  const t = useTranslations('macro.import');
  const common = useTranslations('common');
  const sentence = useTranslations('problem');
  const [open, setOpen] = useState(false);
  const [problem, setProblem] = useState<'input.invalid' | 'forbidden' | null>(null);
  const [pending, start] = useTransition();
  function send(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const file = new FormData(event.currentTarget).get('file');
    if (!(file instanceof File) || file.size === 0) {
      setProblem('input.invalid');
      return;
    }
    start(async () => {
      const done = await importMacrosAction(workspace, { json: await file.text(), audience });
      if (!done.ok) {
        setProblem(done.error.code);
        return;
      }
      const { count, incomplete } = done.value;
      setOpen(false);
      toast(t('done', { count }));
      if (incomplete.length > 0) toast.warning(t('incomplete', { names: incomplete.join(', ') }));
    });
  }
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => {
        setProblem(null);
        setOpen(next);
      }}
      size="sm"
      title={t('title')}
      description={t('body')}
      closeLabel={common('close')}
      trigger={
        <Button>
          <Upload aria-hidden />
          {t('button')}
        </Button>
      }
    >
      <form onSubmit={send} className="flex flex-col gap-4">
        {problem && (
          <Notice tone="danger" live>
            {sentence(problem)}
          </Notice>
        )}
        <Field label={t('file')}>
          <Input name="file" type="file" accept="application/json,.json" className="py-1.5" />
        </Field>
        <div>
          <Button type="submit" variant="primary" pending={pending}>
            {t('run')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
