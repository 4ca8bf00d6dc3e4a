'use client';

import { useTranslations } from 'next-intl';
import { useState, useTransition } from 'react';
import { toast } from 'sonner';
import type { SurveyLanguage } from '@/domain/survey/survey';
import { Button } from '@/ui/button';
import { Notice } from '@/ui/notice';
import { Panel } from '@/ui/panel';
import { Select } from '@/ui/select';
import { dryRunSurveyAction, restoreSurveyAction, trySurveyAction } from '../actions';
import type { DryRun } from '../queries-admin';

type Props = Readonly<{ workspace: string; surveyId: string }>;

/** A mail to oneself, and whom the survey would have asked. */
export function SurveyTools({ workspace, surveyId }: Props) {
  const t = useTranslations('surveyAdmin.tools');
  return (
    <Panel title={t('title')} description={t('body')}>
      <div className="flex flex-col gap-5">
        <Trial workspace={workspace} surveyId={surveyId} />
        <Past workspace={workspace} surveyId={surveyId} />
      </div>
    </Panel>
  );
}

function Trial({ workspace, surveyId }: Props) {
  const t = useTranslations('surveyAdmin.tools');
  const sentence = useTranslations('problem');
  const [language, setLanguage] = useState<SurveyLanguage>('en');
  const [sent, setSent] = useState<Readonly<{ text: string; link: string | null }> | null>(null);
  const [pending, start] = useTransition();
  const send = () =>
    start(async () => {
      const done = await trySurveyAction(workspace, { surveyId, language });
      setSent(
        done.ok
          ? { text: t('sent', { address: done.value.address }), link: done.value.link }
          : { text: sentence(done.error.code), link: null },
      );
    });
  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap items-center gap-2">
        <Select
          aria-label={t('language')}
          value={language}
          onChange={({ target }) => setLanguage(target.value as SurveyLanguage)}
        >
          <option value="en">English</option>
          <option value="hu">Magyar</option>
          <option value="lv">Latviešu</option>
        </Select>
        <Button pending={pending} onClick={send}>
          {t('send')}
        </Button>
      </div>
      {sent && (
        <Notice tone={sent.link ? 'success' : 'danger'} live>
          {sent.text}{' '}
          {sent.link && (
            <a
              href={sent.link}
              target="_blank"
              rel="noreferrer"
              className="text-accent-ink underline underline-offset-2"
            >
              {t('openPage')}
            </a>
          )}
        </Notice>
      )}
    </div>
  );
}

function Past({ workspace, surveyId }: Props) {
  const t = useTranslations('surveyAdmin');
  const [result, setResult] = useState<DryRun | null>(null);
  const [pending, start] = useTransition();
  const look = () =>
    start(async () => {
      const done = await dryRunSurveyAction(workspace, { surveyId });
      setResult(done.ok ? done.value : null);
    });
  return (
    <div className="flex flex-col items-start gap-3">
      <Button pending={pending} onClick={look}>
        {t('tools.dryRun')}
      </Button>
      {result && (
        <div role="status" className="text-ink">
          <p className="font-medium">{t('tools.wouldAsk', { asked: result.asked, looked: result.looked })}</p>
          <ul className="mt-1 list-disc pl-5 text-ink-soft">
            {result.skipped.map(({ reason, count }) => (
              <li key={reason}>{t('tools.because', { count, reason: t(`reason.${reason}`) })}</li>
            ))}
          </ul>
          {result.examples.length > 0 && (
            <ul className="mt-2 text-ink-soft text-sm">
              {result.examples.map(({ number, subject }) => (
                <li key={number} className="truncate">
                  <a
                    href={`/${workspace}/desk/tickets/${number}`}
                    className="text-accent-ink underline-offset-2 hover:underline"
                  >
                    {number}
                  </a>{' '}
                  {subject}
                </li>
              ))}
            </ul>
          )}
        </div>
      )}
    </div>
  );
}

type RestoreProps = Props & Readonly<{ version: number }>;

/** Makes the survey what it was in this version, as a new one. */
export function RestoreSurvey({ workspace, surveyId, version }: RestoreProps) {
  const t = useTranslations('surveyAdmin.versions');
  const sentence = useTranslations('problem');
  const [pending, start] = useTransition();
  const restore = () =>
    start(async () => {
      const done = await restoreSurveyAction(workspace, { surveyId, version });
      toast(done.ok ? t('restored', { version }) : sentence(done.error.code));
    });
  return (
    <Button size="sm" pending={pending} onClick={restore} aria-label={t('restoreNamed', { version })}>
      {t('restore')}
    </Button>
  );
}
