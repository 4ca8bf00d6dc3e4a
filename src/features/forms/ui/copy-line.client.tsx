'use client';

import { Copy } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { toast } from 'sonner';
import { Button } from '@/ui/button';

/** A line of code for other pages, to be copied. */
export function CopyLine({ label, code }: Readonly<{ label: string; code: string }>) {
  const t = useTranslations('formSetup.form');
  const copy = () => void navigator.clipboard.writeText(code).then(() => toast(t('copied')));
  return (
    <div>
      <p className="mb-1 font-medium text-ink text-sm">{label}</p>
      <pre className="mb-2 whitespace-pre-wrap rounded-md border border-line bg-sunken p-3 font-mono text-sm [overflow-wrap:anywhere]">
        <code>{code}</code>
      </pre>
      <Button size="sm" onClick={copy}>
        <Copy aria-hidden />
        {t('copy')}
        <span className="sr-only">: {label}</span>
      </Button>
    </div>
  );
}
