'use client';

import { Copy } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { toast } from 'sonner';
import { Button } from '@/ui/button';

/** Code to be copied. */
export function CodeBlock({ code, label }: Readonly<{ code: string; label: string }>) {
  const t = useTranslations('chatSetup.snippet');
  const copy = () => void navigator.clipboard.writeText(code).then(() => toast(t('copied')));
  return (
    <div className="flex flex-col gap-2">
      <pre className="whitespace-pre-wrap rounded-md border border-line bg-sunken p-3 font-mono text-sm [overflow-wrap:anywhere]">
        <code>{code}</code>
      </pre>
      <Button size="sm" className="self-start" onClick={copy}>
        <Copy aria-hidden />
        {t('copy')}
        <span className="sr-only">: {label}</span>
      </Button>
    </div>
  );
}
