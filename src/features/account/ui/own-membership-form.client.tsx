'use client';

import { useTranslations } from 'next-intl';
import { toast } from 'sonner';
import { updateOwnMembershipAction } from '@/features/account/actions';
import type { OwnMembership } from '@/features/account/queries';
import { Button } from '@/ui/button';
import { Field } from '@/ui/field';
import { Textarea } from '@/ui/textarea';
import { useSubmit } from '@/ui/use-submit.client';

type Props = Readonly<{ workspace: string; own: OwnMembership }>;

/** The signature in this workspace. */
export function OwnMembershipForm({ workspace, own }: Props) {
  const t = useTranslations('account');
  const { ref, onSubmit, pending, wrong } = useSubmit({
    send: (form) => updateOwnMembershipAction(workspace, { signature: String(form.get('signature')) }),
    onDone: () => toast(t('saved')),
  });
  return (
    <form ref={ref} onSubmit={onSubmit} className="flex flex-col gap-5" noValidate>
      <Field
        label={t('here.signature')}
        hint={t('here.signatureHint')}
        error={wrong('signature') && t('here.signatureError')}
      >
        <Textarea name="signature" defaultValue={own.signature} maxLength={2000} />
      </Field>
      <Button type="submit" pending={pending} className="self-start">
        {t('save')}
      </Button>
    </form>
  );
}
