'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useRef, useState, useTransition } from 'react';
import { Button } from '@/ui/button';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';

/** Takes a file of customers and goes to its page. */
export function UploadForm({ workspace }: Readonly<{ workspace: string }>) {
  const t = useTranslations('imports');
  const problems = useTranslations('problem');
  const router = useRouter();
  const input = useRef<HTMLInputElement>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [pending, start] = useTransition();
  const send = () =>
    start(async () => {
      const file = input.current?.files?.[0];
      if (!file) {
        setProblem(t('fileMissing'));
        return;
      }
      const answer = await upload(workspace, file);
      if (typeof answer === 'string') setProblem(problems(answer));
      else router.push(`/${workspace}/customers/import/${answer.importId}`);
    });
  return (
    <div className="flex flex-wrap items-end gap-3">
      <Field label={t('file')} hint={t('fileHint')} error={problem ?? undefined} className="min-w-64 flex-1">
        <Input ref={input} type="file" accept=".csv,.txt,.tsv,text/csv" />
      </Field>
      <Button variant="primary" pending={pending} onClick={send}>
        {t('upload')}
      </Button>
    </div>
  );
}

type Kept = Readonly<{ importId: string }>;

async function upload(
  workspace: string,
  file: File,
): Promise<Kept | 'file.too_large' | 'import.unreadable' | 'unreachable'> {
  try {
    const address = `/api/desk/${workspace}/imports?name=${encodeURIComponent(file.name)}`;
    const answer = await fetch(address, { method: 'POST', body: file });
    if (answer.ok) return (await answer.json()) as Kept;
    return answer.status === 413 ? 'file.too_large' : 'import.unreadable';
  } catch {
    return 'unreachable';
  }
}
