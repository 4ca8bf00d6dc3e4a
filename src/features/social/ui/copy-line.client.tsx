'use client';

import { Copy } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { toast } from 'sonner';
import { Button } from '@/ui/button';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';

/** A value of ours that is to be entered at the vendor, with a button that copies it. */
export function CopyLine({ label, value }: Readonly<{ label: string; value: string }>) {
  const t = useTranslations('social.admin.setup');
  const copy = async () => {
    await navigator.clipboard.writeText(value);
    toast(t('copied'));
  };
  return (
    <div className="flex items-end gap-2">
      <Field label={label} className="min-w-0 flex-1">
        <Input readOnly value={value} onFocus={(event) => event.currentTarget.select()} />
      </Field>
      <Button onClick={() => void copy()} aria-label={`${t('copy')}: ${label}`}>
        <Copy aria-hidden />
        <span className="max-sm:sr-only">{t('copy')}</span>
      </Button>
    </div>
  );
}
