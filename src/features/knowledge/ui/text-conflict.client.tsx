'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/ui/button';
import { Notice } from '@/ui/notice';
import { ArticleBody } from './article-body';
import type { Theirs } from './text-saver';

type Props = Readonly<{ theirs: Theirs; lang: string; onSettle: (chosen: 'mine' | 'theirs') => void }>;

/** Two people wrote at once: what the other saved, and the choice. Nothing is lost before it is made. */
export function TextConflict({ theirs, lang, onSettle }: Props) {
  const t = useTranslations('knowledge.editor');
  const [shown, setShown] = useState(false);
  return (
    <Notice tone="warning" live title={t('conflict', { name: theirs.editorName })}>
      <p>{t('conflictBody')}</p>
      {shown && (
        <div lang={lang} className="mt-3 rounded-md border border-line bg-canvas px-4 py-3">
          <p className="font-semibold">{theirs.title}</p>
          <ArticleBody html={theirs.html} />
        </div>
      )}
      <div className="mt-3 flex flex-wrap gap-2">
        {!shown && <Button onClick={() => setShown(true)}>{t('showTheirs')}</Button>}
        <Button onClick={() => onSettle('mine')}>{t('keepMine')}</Button>
        <Button onClick={() => onSettle('theirs')}>{t('takeTheirs')}</Button>
      </div>
    </Notice>
  );
}
