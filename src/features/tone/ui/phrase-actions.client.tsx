'use client';

import { useTranslations } from 'next-intl';
import { useTransition } from 'react';
import { toast } from 'sonner';
import type { DictionaryEntry } from '@/domain/tone/dictionary';
import type { ToneLanguage } from '@/domain/tone/phrase';
import { Button } from '@/ui/button';
import { removePhraseAction, restorePhraseAction } from '../actions';
import { PhraseDialog } from './phrase-dialog.client';

type Props = Readonly<{ workspace: string; language: ToneLanguage; entry: DictionaryEntry }>;

/** Change it, leave it out, or take it as it was shipped. */
export function PhraseActions({ workspace, language, entry }: Props) {
  const t = useTranslations('dictionary.phrase');
  const sentence = useTranslations('problem');
  const [pending, start] = useTransition();
  const { kind, phrase, source } = entry;
  const run = (action: typeof removePhraseAction, done: string) =>
    start(async () => {
      const outcome = await action(workspace, { language, kind, phrase });
      toast(outcome.ok ? done : sentence(outcome.error.code));
    });
  const isKept = source !== 'removed';
  return (
    <div className="flex justify-end gap-1">
      {isKept && (
        <PhraseDialog
          workspace={workspace}
          language={language}
          kind={kind}
          entry={entry}
          trigger={
            <Button variant="ghost" size="sm" aria-label={`${t('edit')}: ${phrase}`}>
              {t('edit')}
            </Button>
          }
        />
      )}
      {isKept && source !== 'changed' && (
        <Button
          variant="ghost"
          size="sm"
          pending={pending}
          aria-label={`${t('remove')}: ${phrase}`}
          onClick={() => run(removePhraseAction, t('removed', { phrase }))}
        >
          {t('remove')}
        </Button>
      )}
      {(source === 'removed' || source === 'changed') && (
        <Button
          variant="ghost"
          size="sm"
          pending={pending}
          aria-label={`${t('restore')}: ${phrase}`}
          onClick={() => run(restorePhraseAction, t('restored', { phrase }))}
        >
          {t('restore')}
        </Button>
      )}
    </div>
  );
}
