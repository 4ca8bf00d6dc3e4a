'use client';

import { useTranslations } from 'next-intl';
import { useState, useTransition } from 'react';
import { DELIMITERS, ENCODINGS } from '@/domain/import/columns';
import { Field } from '@/ui/field';
import { Notice } from '@/ui/notice';
import { Select } from '@/ui/select';
import { rereadImportAction } from '../actions';
import type { ImportPage } from '../queries';

type Props = Readonly<{ workspace: string; file: ImportPage }>;

const NAME_OF = { ';': 'semicolon', ',': 'comma', '\t': 'tab', '|': 'bar' } as const;

/** Corrects how a file is read; its first lines stand below as they are read then. */
export function FormatForm({ workspace, file }: Props) {
  const t = useTranslations('imports');
  const problems = useTranslations('problem');
  const [problem, setProblem] = useState<string | null>(null);
  const [pending, start] = useTransition();
  const encoding = ENCODINGS.find((each) => each === file.encoding) ?? 'utf-8';
  const delimiter = DELIMITERS.find((each) => each === file.delimiter) ?? ',';
  const read = (over: Partial<{ encoding: typeof encoding; delimiter: typeof delimiter }>) =>
    start(async () => {
      const done = await rereadImportAction(workspace, { importId: file.id, encoding, delimiter, ...over });
      setProblem(done.ok ? null : problems(done.error.code));
    });
  return (
    <div className="flex flex-col gap-3">
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={t('encoding')} hint={t('encodingHint')}>
          <Select
            value={encoding}
            disabled={pending}
            onChange={({ target }) =>
              read({ encoding: ENCODINGS.find((each) => each === target.value) ?? encoding })
            }
          >
            {ENCODINGS.map((each) => (
              <option key={each} value={each}>
                {t(`encodings.${each}`)}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={t('delimiter')}>
          <Select
            value={delimiter}
            disabled={pending}
            onChange={({ target }) =>
              read({ delimiter: DELIMITERS.find((each) => each === target.value) ?? delimiter })
            }
          >
            {DELIMITERS.map((each) => (
              <option key={each} value={each}>
                {t(`delimiters.${NAME_OF[each]}`)}
              </option>
            ))}
          </Select>
        </Field>
      </div>
      {problem && (
        <Notice tone="danger" live>
          {problem}
        </Notice>
      )}
    </div>
  );
}
