'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Badge } from '@/ui/badge';
import { Button } from '@/ui/button';
import { classNames } from '@/ui/class-names';
import { Kbd } from '@/ui/kbd';
import { Notice } from '@/ui/notice';
import { Skeleton } from '@/ui/skeleton';
import type { FieldPreview, MacroPreview } from '../preview-macro';

type Props = Readonly<{
  preview: MacroPreview | null;
  /** True while there is a macro to wait for. */
  waiting: boolean;
  pending: boolean;
  onApply: () => void;
  className?: string;
}>;

/** What a macro will do, before it does: each field before and after, the texts, and what is left out. */
export function MacroPreviewPane({ preview, waiting, pending, onApply, className }: Props) {
  const t = useTranslations('macro.picker');
  return (
    <section
      aria-label={t('preview')}
      aria-live="polite"
      className={classNames('flex flex-col gap-3', className)}
    >
      {!preview && waiting && <Skeleton className="h-24" />}
      {preview && (
        <>
          <h3 className="break-words font-medium text-ink">{preview.name}</h3>
          <Changes preview={preview} />
          <Texts preview={preview} />
          <Skipped preview={preview} />
          <div>
            <Button variant="primary" onClick={onApply} pending={pending}>
              {t('apply')}
              <span aria-hidden className="max-sm:hidden">
                <Kbd>Enter</Kbd>
              </span>
            </Button>
          </div>
        </>
      )}
    </section>
  );
}

function Changes({ preview }: Readonly<{ preview: MacroPreview }>) {
  const t = useTranslations('macro.picker');
  const names = useTranslations('action.field');
  const word = useWord();
  const { fields, own, addTags, removeTags, checklists } = preview;
  if (fields.length + own.length + addTags.length + removeTags.length + checklists.length === 0) {
    return <p className="text-ink-faint">{t('noChange')}</p>;
  }
  return (
    <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-1">
      {fields.map((change) => (
        <Row key={change.field} label={names(change.field)}>
          <del className="text-ink-faint no-underline">{word(change.field, change.from)}</del>
          <span aria-hidden> → </span>
          <span className="sr-only">{t('becomes')}</span>
          <ins className="font-medium no-underline">{word(change.field, change.to)}</ins>
        </Row>
      ))}
      {own.map(({ name, to }) => (
        <Row key={name} label={name}>
          <ins className="font-medium no-underline">{to ?? t('emptied')}</ins>
        </Row>
      ))}
      {addTags.length + removeTags.length > 0 && (
        <Row label={names('tags')}>
          <span className="flex flex-wrap gap-1">
            {addTags.map((tag) => (
              <Badge key={tag} tone="success">
                + {tag}
              </Badge>
            ))}
            {removeTags.map((tag) => (
              <Badge key={tag} tone="danger">
                − {tag}
              </Badge>
            ))}
          </span>
        </Row>
      )}
      {checklists.map((title) => (
        <Row key={title} label={names('templateId')}>
          <ins className="font-medium no-underline">{title}</ins>
        </Row>
      ))}
    </dl>
  );
}

function Row({ label, children }: Readonly<{ label: string; children: ReactNode }>) {
  return (
    <>
      <dt className="text-ink-soft">{label}</dt>
      <dd className="min-w-0 break-words text-ink">{children}</dd>
    </>
  );
}

function useWord(): (field: FieldPreview['field'], value: string | null) => string {
  const t = useTranslations('macro.picker');
  const common = useTranslations('common');
  return (field, value) => {
    if (value === null) return t('nothing');
    if (field === 'subject' || field === 'assignee' || field === 'team') return value;
    const key = `${field}.${value}` as 'status.open';
    return common.has(key) ? common(key) : value;
  };
}

function Texts({ preview }: Readonly<{ preview: MacroPreview }>) {
  const t = useTranslations('macro.picker');
  const language = useTranslations('common.language');
  const { notes, reply } = preview;
  const spoken = (code: string) => (language.has(code as 'en') ? language(code as 'en') : code);
  return (
    <>
      {notes.map((note) => (
        <Quote key={note} label={t('note')} text={note} />
      ))}
      {reply && (
        <>
          <Quote
            label={t('reply', { language: spoken(reply.language) })}
            text={reply.text}
            lang={reply.language}
          />
          {reply.language !== reply.wanted && (
            <Notice tone="warning">{t('otherLanguage', { wanted: spoken(reply.wanted) })}</Notice>
          )}
          {reply.open.length > 0 && (
            <Notice tone="warning">{t('openPlaces', { count: reply.open.length })}</Notice>
          )}
        </>
      )}
    </>
  );
}

function Quote({ label, text, lang }: Readonly<{ label: string; text: string; lang?: string }>) {
  return (
    <div>
      <p className="text-ink-soft text-sm">{label}</p>
      <p
        lang={lang}
        className="mt-0.5 max-h-48 overflow-y-auto whitespace-pre-wrap break-words rounded-md bg-sunken px-3 py-2 text-ink"
      >
        {text}
      </p>
    </div>
  );
}

function Skipped({ preview }: Readonly<{ preview: MacroPreview }>) {
  const t = useTranslations('macro.picker');
  const kinds = useTranslations('action.kind');
  if (preview.skipped.length === 0) return null;
  return (
    <Notice tone="info" title={t('skipped')}>
      <ul>
        {preview.skipped.map(({ kind, why }) => (
          <li key={`${kind}${why}`}>
            {kind === 'text' ? t('text') : kinds(kind as 'assign')}: {t(`why.${why}`)}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
