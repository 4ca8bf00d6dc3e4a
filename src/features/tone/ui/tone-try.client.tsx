'use client';

import { useTranslations } from 'next-intl';
import { useDeferredValue, useState } from 'react';
import { checkTone } from '@/domain/tone/check-tone';
import type { ToneLanguage } from '@/domain/tone/phrase';
import { Checkbox } from '@/ui/checkbox';
import { Field } from '@/ui/field';
import { Panel } from '@/ui/panel';
import { Textarea } from '@/ui/textarea';
import type { ToneHelp } from '../queries';
import { FindingList } from './finding-list';

type Props = Readonly<{ language: ToneLanguage; help: ToneHelp; sample: string }>;

/** A text of one's own, with what the helper would say of it. */
export function ToneTry({ language, help, sample }: Props) {
  const t = useTranslations('dictionary.try');
  const [text, setText] = useState(sample);
  const [isComplaint, setComplaint] = useState(false);
  const settled = useDeferredValue(text);
  const facts = { isLetter: true, isComplaint, isSolving: false };
  return (
    <Panel title={t('title')} description={t('body')}>
      <div className="grid gap-4 lg:grid-cols-2">
        <div className="flex flex-col gap-3">
          <Field label={t('text')}>
            <Textarea
              rows={6}
              lang={language}
              value={text}
              onChange={(event) => setText(event.target.value)}
            />
          </Field>
          <Checkbox
            label={t('complaint')}
            checked={isComplaint}
            onChange={(event) => setComplaint(event.target.checked)}
          />
        </div>
        <div aria-live="polite">
          <FindingList findings={checkTone({ text: settled, ...help, facts })} />
        </div>
      </div>
    </Panel>
  );
}
