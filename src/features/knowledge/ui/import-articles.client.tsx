'use client';

import { zipSync } from 'fflate';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useState, useTransition } from 'react';
import { LOCALES, type Locale } from '@/i18n/locales';
import { Button } from '@/ui/button';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import { Notice } from '@/ui/notice';
import { Select } from '@/ui/select';
import type { ImportedFile } from '../commands/import-articles';

type Props = Readonly<{
  workspace: string;
  locale: Locale;
  categories: readonly Readonly<{ id: string; name: string }>[];
}>;

type Wrong = 'none' | 'archive.too_large' | 'archive.unreadable' | 'unreachable';
type Sent = Readonly<{ files: readonly ImportedFile[] }> | Readonly<{ wrong: Wrong }>;

/** Brings Markdown and HTML files in, with their pictures, and says what became of each. */
export function ImportArticles({ workspace, locale, categories }: Props) {
  const t = useTranslations('knowledge');
  const problems = useTranslations('problem');
  const languages = useTranslations('common.language');
  const [result, setResult] = useState<readonly ImportedFile[] | null>(null);
  const [wrong, setWrong] = useState<Wrong | null>(null);
  const [pending, start] = useTransition();
  const bringIn = (form: FormData) =>
    start(async () => {
      const sent = await send(workspace, form);
      setWrong('wrong' in sent ? sent.wrong : null);
      setResult('files' in sent ? sent.files : null);
    });
  const lack = wrong === 'none' ? t('import.none') : wrong && problems(wrong);
  return (
    <form action={bringIn} className="flex flex-col gap-4">
      <Field label={t('import.files')} hint={t('import.filesHint')} error={lack ?? undefined}>
        <Input name="files" type="file" multiple className="py-1.5" />
      </Field>
      <div className="grid gap-3 sm:grid-cols-3">
        <Field label={t('list.locale')}>
          <Select name="locale" defaultValue={locale}>
            {LOCALES.map((each) => (
              <option key={each} value={each}>
                {languages(each)}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={t('list.category')}>
          <Select name="categoryId" defaultValue="">
            <option value="">{t('list.noCategory')}</option>
            {categories.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={t('editor.audience')}>
          <Select name="audience" defaultValue="public">
            <option value="public">{t('audience.public')}</option>
            <option value="internal">{t('audience.internal')}</option>
          </Select>
        </Field>
      </div>
      <div>
        <Button type="submit" variant="primary" pending={pending}>
          {t('import.submit')}
        </Button>
      </div>
      {result && <Outcome workspace={workspace} files={result} />}
    </form>
  );
}

/** One file as it is; several as one archive, so that texts find their pictures. */
async function send(workspace: string, form: FormData): Promise<Sent> {
  const chosen = form
    .getAll('files')
    .filter((each): each is File => each instanceof File && each.name !== '');
  const [first] = chosen;
  if (!first) return { wrong: 'none' };
  const query = new URLSearchParams({
    name: first.name,
    locale: String(form.get('locale')),
    audience: String(form.get('audience')),
    categoryId: String(form.get('categoryId') ?? ''),
  });
  try {
    const body = chosen.length === 1 ? first : await packed(chosen);
    const answer = await fetch(`/api/desk/${workspace}/articles/import?${query}`, { method: 'POST', body });
    if (answer.ok) return (await answer.json()) as Sent;
    return { wrong: answer.status === 413 ? 'archive.too_large' : 'archive.unreadable' };
  } catch {
    return { wrong: 'unreachable' };
  }
}

async function packed(files: readonly File[]): Promise<Blob> {
  const read = files.map(async (file) => [file.name, new Uint8Array(await file.arrayBuffer())] as const);
  return new Blob([new Uint8Array(zipSync(Object.fromEntries(await Promise.all(read)), { level: 0 }))]);
}

function Outcome({ workspace, files }: Readonly<{ workspace: string; files: readonly ImportedFile[] }>) {
  const t = useTranslations('knowledge.import');
  const good = files.every(
    ({ problem, refusedPictures, notes }) => !problem && refusedPictures.length + notes.length === 0,
  );
  const made = files.filter(({ articleId }) => articleId !== null).length;
  return (
    <Notice tone={good ? 'success' : 'warning'} title={t('result')} live>
      <p className="mt-1">{t('count', { count: made })}</p>
      <ul className="mt-1 flex max-h-96 flex-col gap-1 overflow-y-auto">
        {files.map((file) => (
          <li key={file.name} className="break-words">
            {file.articleId ? (
              <Link
                href={`/${workspace}/knowledge/${file.articleId}`}
                className="font-medium underline underline-offset-2"
              >
                {file.name}
              </Link>
            ) : (
              <span className="font-medium">{file.name}</span>
            )}{' '}
            <Became file={file} />
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function Became({ file }: Readonly<{ file: ImportedFile }>) {
  const t = useTranslations('knowledge.import');
  const { problem, languages, refusedPictures, notes } = file;
  const parts = [
    problem ? t(problem) : t('made', { count: languages }),
    ...(refusedPictures.length > 0 ? [t('pictures', { count: refusedPictures.length })] : []),
    ...notes.map((note) => t(`note.${note}`)),
  ];
  return parts.join('. ');
}
