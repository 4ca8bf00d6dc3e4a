'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { LOCALES, type Locale } from '@/i18n/locales';
import { Button } from '@/ui/button';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import { Notice } from '@/ui/notice';
import { Select } from '@/ui/select';
import { useSubmit } from '@/ui/use-submit.client';
import { createArticleAction } from '../actions';

type Named = Readonly<{ id: string; name: string; parentId: string | null }>;

type Props = Readonly<{
  workspace: string;
  categories: readonly Named[];
  /** What it begins with. */
  start: Readonly<{ title: string; locale: Locale; missId: string | undefined }>;
}>;

/** The few things that an article needs before one can write it. */
export function NewArticle({ workspace, categories, start }: Props) {
  const t = useTranslations('knowledge');
  const languages = useTranslations('common.language');
  const sentence = useTranslations('problem');
  const router = useRouter();
  const { ref, onSubmit, pending, problem, wrong } = useSubmit({
    send: (form) =>
      createArticleAction(workspace, {
        title: String(form.get('title') ?? ''),
        locale: LOCALES.find((each) => each === form.get('locale')) ?? start.locale,
        audience: form.get('audience') === 'internal' ? 'internal' : 'public',
        categoryId: String(form.get('categoryId') ?? '') || null,
        ...(start.missId && { missId: start.missId }),
      }),
    onDone: ({ articleId }) => router.push(`/${workspace}/knowledge/${articleId}`),
  });
  return (
    <form ref={ref} onSubmit={onSubmit} noValidate className="flex max-w-xl flex-col gap-5">
      {problem && problem.code !== 'input.invalid' && (
        <Notice tone="danger" live>
          {sentence(problem.code)}
        </Notice>
      )}
      <Field
        label={t('create.name')}
        hint={t('create.nameHint')}
        error={wrong('title') ? t('create.nameError') : undefined}
      >
        <Input name="title" defaultValue={start.title} maxLength={200} autoComplete="off" />
      </Field>
      <Field label={t('list.locale')}>
        <Select name="locale" defaultValue={start.locale}>
          {LOCALES.map((locale) => (
            <option key={locale} value={locale}>
              {languages(locale)}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={t('list.category')}>
        <Select name="categoryId" defaultValue="">
          <option value="">{t('list.noCategory')}</option>
          {categories.map(({ id, name, parentId }) => (
            <option key={id} value={id}>
              {parentId ? `— ${name}` : name}
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
      <div>
        <Button type="submit" variant="primary" pending={pending}>
          {t('create.submit')}
        </Button>
      </div>
    </form>
  );
}
