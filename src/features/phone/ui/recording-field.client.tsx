'use client';

import { useTranslations } from 'next-intl';
import { useState, useTransition } from 'react';
import { Checkbox } from '@/ui/checkbox';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';

type Props = Readonly<{ workspace: string }>;

type Uploaded = Readonly<{ id: string; name: string }>;

/** A recording of the call from the agent's own telephone, with what the caller knew of it. */
export function RecordingField({ workspace }: Props) {
  const t = useTranslations('phone.log');
  const [file, setFile] = useState<Uploaded | null>(null);
  const [failed, setFailed] = useState(false);
  const [pending, start] = useTransition();
  const take = (chosen: File | undefined) =>
    start(async () => {
      setFailed(false);
      const kept = chosen && chosen.size > 0 ? await upload(workspace, chosen).catch(() => null) : null;
      setFile(kept);
      setFailed(chosen !== undefined && kept === null);
    });
  return (
    <div className="flex flex-col gap-3">
      <Field
        label={t('recording')}
        hint={pending ? t('uploading') : t('recordingHint')}
        error={failed ? t('uploadFailed') : undefined}
      >
        <Input
          type="file"
          accept="audio/*,video/mp4"
          className="py-1"
          onChange={(event) => take(event.target.files?.[0])}
        />
      </Field>
      <input type="hidden" name="recording" value={file?.id ?? ''} />
      {file && <Checkbox name="consent" label={t('consent')} />}
    </div>
  );
}

async function upload(workspace: string, file: File): Promise<Uploaded | null> {
  const answer = await fetch(`/api/desk/${workspace}/uploads?name=${encodeURIComponent(file.name)}`, {
    method: 'POST',
    headers: { 'content-type': file.type || 'application/octet-stream' },
    body: file,
  });
  return answer.ok ? ((await answer.json()) as Uploaded) : null;
}
