'use client';

import { Pause, Play } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/ui/button';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import { clockText, secondsIn } from './clock-text';
import { useTimer } from './use-timer';

type Props = Readonly<{ openedAt: number }>;

/** How long the call lasts: it runs from when the log was opened, and stops when somebody types or presses. */
export function CallLength({ openedAt }: Props) {
  const t = useTranslations('phone.log');
  const [since, setSince] = useState<number | null>(openedAt);
  const [typed, setTyped] = useState('');
  const running = useTimer(since);
  const stop = () => {
    setTyped(clockText(running));
    setSince(null);
  };
  const go = () => setSince(Date.now() - (secondsIn(typed) ?? 0) * 1000);
  return (
    <div className="flex items-end gap-2">
      <Field label={t('length')} hint={t('lengthHint')} className="flex-1">
        <Input
          name="length"
          inputMode="numeric"
          autoComplete="off"
          className="tabular-nums"
          value={since === null ? typed : clockText(running)}
          onChange={(event) => {
            setSince(null);
            setTyped(event.target.value);
          }}
        />
      </Field>
      <Button
        size="icon"
        aria-label={t(since === null ? 'goOn' : 'stop')}
        onClick={since === null ? go : stop}
      >
        {since === null ? <Play aria-hidden /> : <Pause aria-hidden />}
      </Button>
    </div>
  );
}
