'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { toast } from 'sonner';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog.client';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import { Notice } from '@/ui/notice';
import { useSubmit } from '@/ui/use-submit.client';
import { savePhoneExtensionAction } from '../actions';

type Props = Readonly<{ workspace: string; extension: string; device: string }>;

/** Where my telephone is: a click rings it, and calls that it takes are mine. */
export function MyTelephone({ workspace, extension, device }: Props) {
  const t = useTranslations('phone.mine');
  const common = useTranslations('common');
  const sentence = useTranslations('problem');
  const [open, setOpen] = useState(false);
  const { ref, onSubmit, pending, problem } = useSubmit({
    send: (form) =>
      savePhoneExtensionAction(workspace, {
        extension: String(form.get('extension') ?? ''),
        device: String(form.get('device') ?? ''),
      }),
    onDone: () => {
      setOpen(false);
      toast(t('saved'));
    },
  });
  return (
    <Dialog
      title={t('title')}
      description={t('description')}
      closeLabel={common('close')}
      open={open}
      onOpenChange={setOpen}
      size="sm"
      trigger={<Button size="sm">{t('title')}</Button>}
    >
      <form ref={ref} onSubmit={onSubmit} className="flex flex-col gap-4">
        {problem && (
          <Notice tone="danger" live>
            {sentence(problem.code)}
          </Notice>
        )}
        <Field label={t('extension')} hint={t('extensionHint')}>
          <Input name="extension" defaultValue={extension} maxLength={50} />
        </Field>
        <Field label={t('device')} hint={t('deviceHint')}>
          <Input name="device" defaultValue={device} maxLength={200} />
        </Field>
        <div className="flex justify-end">
          <Button type="submit" variant="primary" pending={pending}>
            {t('save')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
