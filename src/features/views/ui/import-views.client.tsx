'use client';

import { Upload } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState, useTransition } from 'react';
import { toast } from 'sonner';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog.client';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import { Notice } from '@/ui/notice';
import { Select } from '@/ui/select';
import { importViewsAction } from '../actions';

type Props = Readonly<{
  workspace: string;
  /** The reader may share with everybody. */
  maySharing: boolean;
}>;

type Failure = Extract<Awaited<ReturnType<typeof importViewsAction>>, { ok: false }>['error'];

/** Takes up views from a file, and lists what is wrong with it. */
export function ImportViews({ workspace, maySharing }: Props) {
  const t = useTranslations('views.import');
  const audiences = useTranslations('views.audiences');
  const sentence = useTranslations('problem');
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [failure, setFailure] = useState<Failure | Readonly<{ code: 'input.invalid' }> | null>(null);
  const [pending, start] = useTransition();
  function send(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const file = form.get('file');
    if (!(file instanceof File) || file.size === 0) {
      setFailure({ code: 'input.invalid' });
      return;
    }
    const audience = form.get('audience') === 'everyone' ? 'everyone' : 'personal';
    start(async () => {
      const done = await importViewsAction(workspace, { json: await file.text(), audience });
      if (!done.ok) {
        setFailure(done.error);
        return;
      }
      setOpen(false);
      toast(t('done', { count: done.value.viewIds.length }));
      router.refresh();
    });
  }
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => {
        setFailure(null);
        setOpen(next);
      }}
      size="sm"
      title={t('title')}
      description={t('body')}
      closeLabel={t('close')}
      trigger={
        <Button>
          <Upload aria-hidden />
          {t('button')}
        </Button>
      }
    >
      <form onSubmit={send} className="flex flex-col gap-4">
        {failure && (
          <Notice tone="danger" live>
            <p>{sentence(failure.code)}</p>
            {failure.code === 'view.file_wrong' && (
              <ul className="mt-1 list-disc pl-5 text-sm">
                {failure.problems.map(({ at, message }) => (
                  <li key={`${at} ${message}`} className="break-words">
                    {at}: {isView(message) ? sentence(message) : message}
                  </li>
                ))}
              </ul>
            )}
          </Notice>
        )}
        <Field label={t('file')}>
          <Input name="file" type="file" accept="application/json,.json" className="py-1.5" />
        </Field>
        {maySharing && (
          <Field label={t('audience')}>
            <Select name="audience">
              <option value="personal">{audiences('personal')}</option>
              <option value="everyone">{audiences('everyone')}</option>
            </Select>
          </Field>
        )}
        <div>
          <Button type="submit" variant="primary" pending={pending}>
            {t('run')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

/** Refusals of a view stand in the list by their codes. */
const isView = (message: string): message is 'view.scans' | 'view.costly' =>
  message === 'view.scans' || message === 'view.costly';
