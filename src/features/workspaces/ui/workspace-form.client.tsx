'use client';

import { useTranslations } from 'next-intl';
import { toast } from 'sonner';
import { updateWorkspaceAction } from '@/features/workspaces/actions';
import type { WorkspaceSettings } from '@/features/workspaces/queries';
import type { Locale } from '@/i18n/locales';
import { Button } from '@/ui/button';
import { Notice } from '@/ui/notice';
import { Panel } from '@/ui/panel';
import { useSubmit } from '@/ui/use-submit.client';
import { GeneralFields } from './general-fields.client';
import { TicketFields } from './ticket-fields.client';

type Props = Readonly<{ settings: WorkspaceSettings; zones: readonly string[]; address: string }>;

/** All settings of the workspace but the words of its mails. */
export function WorkspaceForm({ settings, zones, address }: Props) {
  const t = useTranslations('admin.workspace');
  const sentence = useTranslations('problem');
  const { ref, onSubmit, pending, problem, wrong } = useSubmit({
    send: (form) => updateWorkspaceAction(settings.slug, settingsIn(form)),
    onDone: () => toast(t('saved')),
  });
  return (
    <form ref={ref} onSubmit={onSubmit} className="flex flex-col gap-5" noValidate>
      {problem && (
        <Notice tone="danger" live>
          {sentence(problem.code)}
        </Notice>
      )}
      <Panel title={t('general')} description={t('generalBody', { address })}>
        <GeneralFields settings={settings} zones={zones} wrong={wrong} />
      </Panel>
      <Panel title={t('tickets')} description={t('ticketsBody')}>
        <TicketFields settings={settings} wrong={wrong} />
      </Panel>
      <Button type="submit" variant="primary" pending={pending} className="self-start">
        {t('save')}
      </Button>
    </form>
  );
}

function settingsIn(form: FormData) {
  const hours = String(form.get('answerWithinHours')).trim();
  return {
    name: String(form.get('name')),
    locale: String(form.get('locale')) as Locale,
    timeZone: String(form.get('timeZone')),
    acknowledge: form.has('acknowledge'),
    answerWithinHours: hours === '' ? null : Number(hours),
    closeAfterDays: numberIn(form, 'closeAfterDays'),
    asideDays: numberIn(form, 'asideDays'),
  };
}

/** NaN, which the check refuses, where nothing is written. */
function numberIn(form: FormData, field: string): number {
  const text = String(form.get(field)).trim();
  return text === '' ? Number.NaN : Number(text);
}
