'use client';

import { useTranslations } from 'next-intl';
import { useState, useTransition } from 'react';
import { Button } from '@/ui/button';
import { Checkbox } from '@/ui/checkbox';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';

type Props = Readonly<{ workspace: string; problem: string | null }>;

/** What the desk says of a recording that it does not keep. */
const PROBLEMS = ['phone.recordings_off', 'phone.recording_refused', 'phone.consent_missing'] as const;

type Uploaded = Readonly<{ id: string; name: string }>;

/** A recording of the call from the agent's own telephone, with what the caller knew of it. */
export function RecordingField({ workspace, problem }: Props) {
  const t = useTranslations('phone.log');
  const sentence = useTranslations('problem');
  const [file, setFile] = useState<Uploaded | null>(null);
  const [round, setRound] = useState(0);
  const [failed, setFailed] = useState(false);
  const [pending, start] = useTransition();
  const take = (chosen: File | undefined) =>
    start(async () => {
      setFailed(false);
      const kept = chosen && chosen.size > 0 ? await upload(workspace, chosen).catch(() => null) : null;
      setFile(kept);
      setFailed(chosen !== undefined && kept === null);
    });
  const remove = () => {
    setFile(null);
    setRound(round + 1);
  };
  const refused = file && PROBLEMS.find((each) => each === problem);
  const error = failed ? t('uploadFailed') : refused && sentence(refused);
  return (
    <div className="flex flex-col gap-3">
      <Field label={t('recording')} hint={pending ? t('uploading') : t('recordingHint')} error={error}>
        <Input
          key={round}
          type="file"
          accept="audio/*,video/mp4"
          className="py-1"
          onChange={(event) => take(event.target.files?.[0])}
        />
      </Field>
      <input type="hidden" name="recording" value={file?.id ?? ''} />
      {file && (
        <div className="flex flex-wrap items-start justify-between gap-3">
          <Checkbox name="consent" label={t('consent')} />
          <Button onClick={remove}>{t('removeRecording')}</Button>
        </div>
      )}
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
