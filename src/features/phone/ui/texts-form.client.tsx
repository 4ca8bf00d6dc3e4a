'use client';

import { useTranslations } from 'next-intl';
import { toast } from 'sonner';
import { Button } from '@/ui/button';
import { Field } from '@/ui/field';
import { Textarea } from '@/ui/textarea';
import { useSubmit } from '@/ui/use-submit.client';
import { savePhoneTextsAction } from '../actions';
import type { SpokenWords } from '../queries-admin';

type Props = Readonly<{ workspace: string; locale: 'en' | 'hu' | 'lv'; words: readonly SpokenWords[] }>;

/** What callers hear in one language; what is left empty is said in the shipped words. */
export function TextsForm({ workspace, locale, words }: Props) {
  const t = useTranslations('phone.texts');
  const { ref, onSubmit, pending } = useSubmit({
    send: (form) =>
      savePhoneTextsAction(workspace, {
        locale,
        texts: Object.fromEntries(words.map(({ kind }) => [kind, String(form.get(kind) ?? '')])),
      }),
    onDone: () => void toast(t('saved')),
  });
  return (
    <form ref={ref} onSubmit={onSubmit} className="flex flex-col gap-4">
      {words.map(({ kind, own, shipped }) => (
        <Field key={kind} label={t(`kind.${kind}`)}>
          <Textarea
            name={kind}
            rows={2}
            maxLength={1000}
            defaultValue={own}
            placeholder={shipped}
            lang={locale}
          />
        </Field>
      ))}
      <div>
        <Button type="submit" pending={pending}>
          {t('save')}
        </Button>
      </div>
    </form>
  );
}
