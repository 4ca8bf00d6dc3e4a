'use client';

import { Paperclip, X } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import { fileSize } from './file-size';
import type { DraftFile } from './use-draft';

type Props = Readonly<{ files: readonly DraftFile[]; onRemove: (key: string) => void }>;

/** The files that wait for the message, with how far each has come. */
export function DraftFiles({ files, onRemove }: Props) {
  const t = useTranslations('ticket.composer');
  const format = useFormatter();
  // What stands in the text is seen there.
  const beside = files.filter(({ placed }) => !placed);
  if (beside.length === 0) return null;
  return (
    <ul aria-label={t('files')} className="flex flex-wrap gap-2 px-4 pb-2">
      {beside.map(({ key, name, size, id, progress }) => (
        <li
          key={key}
          className="relative flex h-8 max-w-full items-center gap-2 overflow-hidden rounded-md border border-line bg-canvas pl-2 text-sm"
        >
          <Paperclip aria-hidden className="size-4 shrink-0 text-ink-faint" />
          <span className="min-w-0 max-w-56 truncate">{name}</span>
          <span className="shrink-0 text-ink-faint">
            {id === null
              ? t('uploading', { percent: format.number(progress, { style: 'percent' }) })
              : fileSize(format, size)}
          </span>
          <button
            type="button"
            aria-label={t('removeFile', { name })}
            onClick={() => onRemove(key)}
            className="inline-flex size-8 shrink-0 items-center justify-center text-ink-faint hover:text-ink"
          >
            <X aria-hidden className="size-4" />
          </button>
          {id === null && (
            <span
              aria-hidden
              style={{ width: `${progress * 100}%` }}
              className="absolute bottom-0 left-0 h-0.5 bg-accent"
            />
          )}
        </li>
      ))}
    </ul>
  );
}
