'use client';

import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useTransition } from 'react';
import { toast } from 'sonner';
import { Button } from '@/ui/button';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import { Panel } from '@/ui/panel';
import { Select } from '@/ui/select';
import { changeArticleAction } from '../actions';
import type { ArticlePage } from '../queries-editor';

type Named = Readonly<{ id: string; name: string }>;

type Props = Readonly<{
  workspace: string;
  page: ArticlePage;
  mayWrite: boolean;
  categories: readonly (Named & Readonly<{ parentId: string | null }>)[];
  people: readonly Named[];
  /** Who may be asked for a review. */
  reviewers: readonly Named[];
  /** Half a year from today, as `YYYY-MM-DD`. */
  inSixMonths: string;
}>;

/** What holds for all languages of an article. Each change is saved at once. */
export function ArticleSettings(props: Props) {
  const { workspace, page, mayWrite, categories, people, reviewers, inSixMonths } = props;
  const t = useTranslations('knowledge');
  const problem = useTranslations('problem');
  const [pending, start] = useTransition();
  const save = (change: Omit<Parameters<typeof changeArticleAction>[1], 'articleId'>) =>
    start(async () => {
      const done = await changeArticleAction(workspace, { articleId: page.id, ...change });
      if (done.ok) toast(t('editor.settingsSaved'));
      else toast.error(problem(done.error.code));
    });
  const off = !mayWrite || pending;
  return (
    <Panel title={t('editor.settings')} className="self-start">
      <div className="flex flex-col gap-4">
        <Field label={t('editor.audience')} hint={t(`editor.${page.audience}Hint`)}>
          <Select
            value={page.audience}
            disabled={off}
            onChange={({ target }) => save({ audience: target.value === 'public' ? 'public' : 'internal' })}
          >
            <option value="public">{t('audience.public')}</option>
            <option value="internal">{t('audience.internal')}</option>
          </Select>
        </Field>
        <Field label={t('editor.category')}>
          <Select
            value={page.categoryId ?? ''}
            disabled={off}
            onChange={({ target }) => save({ categoryId: target.value || null })}
          >
            <option value="">{t('list.noCategory')}</option>
            {categories.map(({ id, name, parentId }) => (
              <option key={id} value={id}>
                {parentId ? `— ${name}` : name}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={t('editor.owner')}>
          <Person
            chosen={page.ownerId}
            none={t('list.noOwner')}
            people={people}
            disabled={off}
            onChoose={(ownerId) => save({ ownerId })}
          />
        </Field>
        <Field label={t('editor.reviewer')} hint={t('editor.reviewerHint')}>
          <Person
            chosen={page.reviewerId}
            none={t('editor.anyReviewer')}
            people={reviewers}
            disabled={off}
            onChoose={(reviewerId) => save({ reviewerId })}
          />
        </Field>
        <Field label={t('editor.reviewOn')} hint={t('editor.reviewHint')}>
          <Input
            key={page.reviewOn}
            type="date"
            defaultValue={page.reviewOn ?? ''}
            disabled={off}
            onBlur={({ target }) =>
              target.value !== (page.reviewOn ?? '') && save({ reviewOn: target.value || null })
            }
          />
        </Field>
        {mayWrite && page.reviewOn && (
          <Button
            size="sm"
            pending={pending}
            onClick={() => save({ reviewOn: inSixMonths })}
            className="h-auto! whitespace-normal py-1 text-left"
          >
            {t('editor.readAgain')}
          </Button>
        )}
        <p className="text-sm">
          <Link
            href={`/${workspace}/knowledge/${page.id}/readers#answers`}
            className="text-accent-ink underline-offset-2 hover:underline"
          >
            {t('editor.tickets', { count: page.tickets })}
          </Link>
        </p>
      </div>
    </Panel>
  );
}

type PersonProps = Readonly<{
  chosen: string | null;
  /** What stands for nobody. */
  none: string;
  people: readonly Named[];
  disabled: boolean;
  onChoose: (id: string | null) => void;
}>;

function Person({ chosen, none, people, disabled, onChoose, ...field }: PersonProps) {
  return (
    <Select
      {...field}
      value={chosen ?? ''}
      disabled={disabled}
      onChange={({ target }) => onChoose(target.value || null)}
    >
      <option value="">{none}</option>
      {people.map((each) => (
        <option key={each.id} value={each.id}>
          {each.name}
        </option>
      ))}
    </Select>
  );
}
