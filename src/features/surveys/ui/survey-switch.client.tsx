'use client';

import { useTranslations } from 'next-intl';
import { useTransition } from 'react';
import { toast } from 'sonner';
import { Button } from '@/ui/button';
import { activateSurveyAction } from '../actions';

type Props = Readonly<{ workspace: string; surveyId: string; name: string; active: boolean }>;

/** Switches a survey on or off where it is listed. */
export function SurveySwitch({ workspace, surveyId, name, active }: Props) {
  const t = useTranslations('surveyAdmin.list');
  const sentence = useTranslations('problem');
  const [pending, start] = useTransition();
  const turn = () =>
    start(async () => {
      const done = await activateSurveyAction(workspace, { surveyId, active: !active });
      toast(done.ok ? t(active ? 'switchedOff' : 'switchedOn', { name }) : sentence(done.error.code));
    });
  return (
    <Button
      size="sm"
      pending={pending}
      onClick={turn}
      aria-label={t(active ? 'switchOffNamed' : 'switchOnNamed', { name })}
    >
      {t(active ? 'switchOff' : 'switchOn')}
    </Button>
  );
}
