'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import { Notice } from '@/ui/notice';
import { Textarea } from '@/ui/textarea';
import type { ArticlePage } from '../queries-editor';
import { ArticleSteps } from './article-steps.client';
import { OriginalText } from './original-text.client';
import { RichEditor } from './rich-editor.client';
import { TextConflict } from './text-conflict.client';
import { useSaving } from './use-saving';

type Props = Readonly<{
  workspace: string;
  page: ArticlePage;
  may: Readonly<{ write: boolean; publish: boolean }>;
  /** The reader's time zone, for the hour of publishing. */
  timeZone: string;
}>;

/** Where a text is written: its words, what becomes of them, and beside a translation the original. */
export function ArticleDesk({ workspace, page, may, timeZone }: Props) {
  const { text, original } = page;
  const t = useTranslations('knowledge.editor');
  const router = useRouter();
  const [refused, setRefused] = useState(0);
  const editable = may.write && text.state !== 'archived';
  const place = { workspace, translationId: text.id };
  const saving = useSaving(place, {
    words: { title: text.title, excerpt: text.excerpt, keywords: text.keywords, html: text.html },
    version: text.version,
    onSaved: ({ revision, refusedPictures }) => {
      setRefused(refusedPictures.length);
      if (revision !== text.revision) router.refresh();
    },
  });
  return (
    <div className="flex flex-col gap-4">
      <ArticleSteps
        workspace={workspace}
        text={text}
        isTranslation={original !== null}
        may={may}
        timeZone={timeZone}
        saving={saving.state}
        flush={saving.flush}
      />
      {text.state === 'archived' && <Notice>{t('archived')}</Notice>}
      {!may.write && <Notice>{t('readOnly')}</Notice>}
      {saving.theirs && <TextConflict theirs={saving.theirs} lang={text.locale} onSettle={saving.settle} />}
      {saving.restored && !saving.theirs && <Notice live>{t('restored')}</Notice>}
      {refused > 0 && (
        <Notice tone="warning" live>
          {t('refused', { count: refused })}
        </Notice>
      )}
      <div className={original ? 'grid gap-4 xl:grid-cols-2' : ''}>
        {original && <OriginalText original={original} />}
        <Words
          key={saving.theirs ? 'held' : 'open'}
          page={page}
          workspace={workspace}
          saving={saving}
          editable={editable}
        />
      </div>
    </div>
  );
}

type WordsProps = Readonly<{
  page: ArticlePage;
  workspace: string;
  saving: ReturnType<typeof useSaving>;
  editable: boolean;
}>;

function Words({ page, workspace, saving, editable }: WordsProps) {
  const t = useTranslations('knowledge.editor');
  const create = useTranslations('knowledge.create');
  const { words, change } = saving;
  const { locale } = page.text;
  const shared = { lang: locale, readOnly: !editable, autoComplete: 'off' } as const;
  return (
    <div className="flex min-w-0 flex-col gap-4">
      <Field label={t('name')} error={words.title.trim() === '' ? create('nameError') : undefined}>
        <Input
          {...shared}
          value={words.title}
          maxLength={200}
          onChange={({ target }) => change({ title: target.value })}
          className="font-semibold text-lg"
        />
      </Field>
      <Field label={t('excerpt')} hint={t('excerptHint')}>
        <Textarea
          {...shared}
          rows={2}
          value={words.excerpt}
          maxLength={300}
          onChange={({ target }) => change({ excerpt: target.value })}
        />
      </Field>
      <RichEditor
        workspace={workspace}
        articleId={page.id}
        html={words.html}
        lang={locale}
        label={t('text')}
        editable={editable}
        onChange={(html) => change({ html })}
      />
      <Field label={t('keywords')} hint={t('keywordsHint')}>
        <Input
          {...shared}
          value={words.keywords}
          maxLength={500}
          onChange={({ target }) => change({ keywords: target.value })}
        />
      </Field>
    </div>
  );
}
