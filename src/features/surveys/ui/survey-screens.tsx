import { ArrowLeft, MessageSquareHeart, Plus } from 'lucide-react';
import Link from 'next/link';
import { useFormatter, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { weightOf } from '@/domain/metrics/intervals';
import { Badge } from '@/ui/badge';
import { ButtonLink } from '@/ui/button';
import { DataTable } from '@/ui/data-table';
import { EmptyState } from '@/ui/empty-state';
import { PageHeader } from '@/ui/page-header';
import { Panel } from '@/ui/panel';
import type { SurveyLine, SurveyVersionLine } from '../queries-admin';
import { SurveySwitch } from './survey-switch.client';
import { RestoreSurvey } from './survey-tools.client';

/** All surveys, with what came of them. */
export function SurveyListScreen({
  workspace,
  surveys,
}: Readonly<{ workspace: string; surveys: readonly SurveyLine[] }>) {
  const t = useTranslations('surveyAdmin');
  const root = `/${workspace}/admin/surveys`;
  const add = (
    <ButtonLink href={`${root}/new`} variant="primary">
      <Plus aria-hidden />
      {t('list.new')}
    </ButtonLink>
  );
  return (
    <div className="flex max-w-5xl flex-col gap-5">
      <PageHeader title={t('title')} description={t('description')} actions={add} />
      <DataTable
        caption={t('title')}
        rows={surveys}
        rowKey={({ id }) => id}
        empty={
          <EmptyState icon={MessageSquareHeart} title={t('list.empty')}>
            {t('list.emptyBody')}
          </EmptyState>
        }
        columns={[
          {
            key: 'name',
            head: t('form.name'),
            cell: ({ id, name }) => (
              <Link
                href={`${root}/${id}`}
                className="font-medium text-ink underline-offset-2 hover:underline"
              >
                {name}
              </Link>
            ),
          },
          { key: 'kind', head: t('form.kind'), wide: true, cell: ({ terms }) => t(`kind.${terms.kind}`) },
          {
            key: 'when',
            head: t('form.trigger'),
            wide: true,
            cell: ({ terms }) => t(`form.triggers.${terms.trigger}`),
          },
          {
            key: 'asked',
            head: t('list.asked'),
            kind: 'number',
            cell: ({ asked, answered }) => <Answered asked={asked} answered={answered} />,
          },
          {
            key: 'state',
            head: t('list.state'),
            cell: ({ active }) => (
              <Badge tone={active ? 'success' : 'neutral'}>{t(active ? 'list.on' : 'list.off')}</Badge>
            ),
          },
          {
            key: 'switch',
            head: t('list.switch'),
            kind: 'actions',
            cell: ({ id, name, active }) => (
              <SurveySwitch workspace={workspace} surveyId={id} name={name} active={active} />
            ),
          },
        ]}
      />
    </div>
  );
}

/** How many of those who were asked have answered; few tell no share. */
function Answered({ asked, answered }: Readonly<{ asked: number; answered: number }>) {
  const t = useTranslations('surveyAdmin.list');
  const format = useFormatter();
  if (asked === 0) return <span className="text-ink-faint">{t('nobody')}</span>;
  return (
    <span className="tabular-nums">
      {weightOf(asked) !== 'none' && (
        <span className="font-medium text-ink">
          {format.number(answered / asked, { style: 'percent', maximumFractionDigits: 0 })}{' '}
        </span>
      )}
      <span className="text-ink-soft">{t('askedOf', { asked, answered })}</span>
    </span>
  );
}

type EditorProps = Readonly<{ root: string; title: string | null; children: ReactNode }>;

/** The frame of a survey's form. */
export function SurveyEditorScreen({ root, title, children }: EditorProps) {
  const t = useTranslations('surveyAdmin');
  return (
    <div className="flex max-w-6xl flex-col gap-5">
      <div>
        <ButtonLink href={root} variant="link" size="sm" className="mb-2">
          <ArrowLeft aria-hidden />
          {t('list.back')}
        </ButtonLink>
        <PageHeader title={title ?? t('list.new')} />
      </div>
      {children}
    </div>
  );
}

type VersionProps = Readonly<{ workspace: string; surveyId: string; versions: readonly SurveyVersionLine[] }>;

/** What the survey was, the newest version first. */
export function SurveyVersions({ workspace, surveyId, versions }: VersionProps) {
  const t = useTranslations('surveyAdmin.versions');
  const format = useFormatter();
  return (
    <Panel title={t('title')} description={t('body')}>
      <ol className="divide-y divide-line">
        {versions.map(({ version, savedAt, savedBy, name }, index) => (
          <li key={version} className="flex flex-wrap items-center justify-between gap-2 py-2">
            <span className="min-w-0 break-words text-ink">
              {t('line', { version, name })}{' '}
              <span className="text-ink-faint text-sm">
                {t('by', {
                  date: format.dateTime(savedAt, { dateStyle: 'medium', timeStyle: 'short' }),
                  name: savedBy ?? t('program'),
                })}
              </span>
            </span>
            {index === 0 ? (
              <Badge tone="success">{t('current')}</Badge>
            ) : (
              <RestoreSurvey workspace={workspace} surveyId={surveyId} version={version} />
            )}
          </li>
        ))}
      </ol>
    </Panel>
  );
}
