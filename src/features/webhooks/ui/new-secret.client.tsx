'use client';

import { Copy } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { toast } from 'sonner';
import { Button } from '@/ui/button';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';

/** A secret that was just made, to be copied; nothing shows it again. */
export function NewSecret({ value, onDone }: Readonly<{ value: string; onDone: () => void }>) {
  const t = useTranslations('webhooks.secret');
  const copy = async () => {
    await navigator.clipboard.writeText(value);
    toast(t('copied'));
  };
  return (
    <div className="flex flex-col gap-4">
      <p className="text-ink-soft">{t('body')}</p>
      <Field label={t('title')}>
        <Input readOnly value={value} className="font-mono" onFocus={(event) => event.target.select()} />
      </Field>
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={copy}>
          <Copy aria-hidden />
          {t('copy')}
        </Button>
        <Button variant="primary" onClick={onDone}>
          {t('done')}
        </Button>
      </div>
    </div>
  );
}
