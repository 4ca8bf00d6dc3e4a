'use client';

import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useState, useTransition } from 'react';
import { LOCALES, type Locale } from '@/i18n/locales';
import { Button } from '@/ui/button';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import { Notice } from '@/ui/notice';
import { Select } from '@/ui/select';
import { importArticlesAction } from '../actions';
import type { ImportedFile } from '../commands/import-articles';

type Props = Readonly<{
  workspace: string;
  locale: Locale;
  categories: readonly Readonly<{ id: string; name: string }>[];
}>;

type Wrong = 'none' | 'tooMuch' | null;

/** Brings Markdown and HTML files in, and says what became of each. */
export function ImportArticles({ workspace, locale, categories }: Props) {
  const t = useTranslations('knowledge');
  const languages = useTranslations('common.language');
  const [result, setResult] = useState<readonly ImportedFile[] | null>(null);
  const [wrong, setWrong] = useState<Wrong>(null);
  const [pending, start] = useTransition();
  const bringIn = (form: FormData) =>
    start(async () => {
      const files = await chosenFiles(form);
      const place = placeIn(form, locale);
      const send = (batch: TextFile[]) => importArticlesAction(workspace, { ...place, files: batch });
      const done = await inTurn(batchesOf(files), send);
      setWrong(wrongWith(files, done));
      const made = done.flatMap((each) => (each?.ok ? each.value.files : []));
      setResult(made.length > 0 ? made : null);
    });
  return (
    <form action={bringIn} className="flex flex-col gap-4">
      <Field
        label={t('import.files')}
        hint={t('import.filesHint')}
        error={wrong ? t(`import.${wrong}`) : undefined}
      >
        <Input name="files" type="file" multiple accept=".md,.markdown,.html,.htm" className="py-1.5" />
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

type Answer = Awaited<ReturnType<typeof importArticlesAction>> | null;

/** One call after the other; null for one that did not get through. */
async function inTurn(
  batches: readonly TextFile[][],
  send: (batch: TextFile[]) => Promise<Answer>,
): Promise<Answer[]> {
  const answers: Answer[] = [];
  for (const batch of batches) answers.push(await send(batch).catch(() => null));
  return answers;
}

function wrongWith(files: readonly TextFile[], answers: readonly Answer[]): Wrong {
  if (files.length === 0) return 'none';
  return answers.every((each) => each?.ok) ? null : 'tooMuch';
}

async function chosenFiles(form: FormData): Promise<TextFile[]> {
  const chosen = form
    .getAll('files')
    .filter((each): each is File => each instanceof File && each.name !== '');
  return Promise.all(chosen.map(async (file) => ({ name: file.name, text: await file.text() })));
}

/** Where the new articles are to stand. */
const placeIn = (form: FormData, usual: Locale) => ({
  locale: LOCALES.find((each) => each === form.get('locale')) ?? usual,
  audience: form.get('audience') === 'internal' ? ('internal' as const) : ('public' as const),
  categoryId: String(form.get('categoryId') ?? '') || null,
});

type TextFile = Readonly<{ name: string; text: string }>;

/** What one call may carry, in UTF-16 units; Next takes bodies of 1 MB. */
const MOST_AT_ONCE = 300_000;

/** The files in as many calls as their size asks for. */
function batchesOf(files: readonly TextFile[]): TextFile[][] {
  const batches: TextFile[][] = [];
  let room = 0;
  for (const file of files) {
    if (file.text.length > room) {
      batches.push([]);
      room = MOST_AT_ONCE;
    }
    batches.at(-1)?.push(file);
    room -= file.text.length;
  }
  return batches;
}

function Outcome({ workspace, files }: Readonly<{ workspace: string; files: readonly ImportedFile[] }>) {
  const t = useTranslations('knowledge.import');
  const good = files.every(({ problem, refusedPictures }) => !problem && refusedPictures.length === 0);
  return (
    <Notice tone={good ? 'success' : 'warning'} title={t('result')} live>
      <ul className="mt-1 flex flex-col gap-1">
        {files.map(({ name, articleId, problem, refusedPictures }) => (
          <li key={name} className="break-words">
            {articleId ? (
              <Link
                href={`/${workspace}/knowledge/${articleId}`}
                className="font-medium underline underline-offset-2"
              >
                {name}
              </Link>
            ) : (
              <span className="font-medium">{name}</span>
            )}{' '}
            {t(problem ?? 'made')}
            {refusedPictures.length > 0 && `. ${t('pictures', { count: refusedPictures.length })}`}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
