'use client';

import { Download, Upload } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState, useTransition } from 'react';
import { toast } from 'sonner';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog.client';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import { Notice } from '@/ui/notice';
import { exportRulesAction, importRulesAction } from '../actions';

type Props = Readonly<{ workspace: string }>;
type Failure = Extract<Awaited<ReturnType<typeof importRulesAction>>, { ok: false }>['error'];

/** Takes up rules from a file; when something in it is wrong, nothing is, and all of it is listed. */
export function ImportRules({ workspace }: Props) {
  const t = useTranslations('rules.import');
  const common = useTranslations('common');
  const [open, setOpen] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [pending, start] = useTransition();
  function send(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const file = new FormData(event.currentTarget).get('file');
    if (!(file instanceof File)) return;
    start(async () => {
      const done = await importRulesAction(workspace, { json: await file.text() });
      if (!done.ok) {
        setFailure(done.error);
        return;
      }
      setOpen(false);
      toast(t('done', { count: done.value.ruleIds.length }));
    });
  }
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => {
        setFailure(null);
        setOpen(next);
      }}
      size="md"
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
        {failure && <Refusal failure={failure} />}
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

function Refusal({ failure }: Readonly<{ failure: Failure }>) {
  const t = useTranslations('rules.import');
  const sentence = useTranslations('problem');
  if (failure.code !== 'rule.file_wrong') {
    return (
      <Notice tone="danger" live>
        {sentence(failure.code)}
      </Notice>
    );
  }
  return (
    <Notice tone="danger" live title={t('wrong')}>
      <ul className="max-h-48 overflow-y-auto">
        {failure.problems.map(({ at, message }) => (
          <li key={`${at}${message}`}>
            {at && <code className="mr-1">{at}</code>}
            {message}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

/** Gives all rules as a file. */
export function ExportRules({ workspace }: Props) {
  const t = useTranslations('rules');
  const sentence = useTranslations('problem');
  const [pending, start] = useTransition();
  const save = () =>
    start(async () => {
      const done = await exportRulesAction(workspace, {});
      if (!done.ok) {
        toast.error(sentence(done.error.code));
        return;
      }
      const url = URL.createObjectURL(new Blob([done.value.json], { type: 'application/json' }));
      const link = document.createElement('a');
      link.href = url;
      link.download = `rules-${workspace}.json`;
      link.click();
      URL.revokeObjectURL(url);
    });
  return (
    <Button onClick={save} pending={pending}>
      <Download aria-hidden />
      {t('export')}
    </Button>
  );
}
