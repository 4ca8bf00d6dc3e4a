'use client';

import { Plus } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useTransition } from 'react';
import { toast } from 'sonner';
import type { Locale } from '@/i18n/locales';
import { Button } from '@/ui/button';
import { addTranslationAction } from '../actions';

type Props = Readonly<{ workspace: string; articleId: string; locale: Locale }>;

/** Begins the translation into a language, and goes there. */
export function AddTranslation({ workspace, articleId, locale }: Props) {
  const t = useTranslations('knowledge.editor');
  const languages = useTranslations('common.language');
  const problem = useTranslations('problem');
  const router = useRouter();
  const [pending, start] = useTransition();
  const add = () =>
    start(async () => {
      const added = await addTranslationAction(workspace, { articleId, locale });
      if (added.ok) router.push(`/${workspace}/knowledge/${articleId}?locale=${locale}`);
      else toast.error(problem(added.error.code));
    });
  return (
    <Button size="sm" pending={pending} onClick={add}>
      <Plus aria-hidden />
      {t('add', { language: languages(locale) })}
    </Button>
  );
}
