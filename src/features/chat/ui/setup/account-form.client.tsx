'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { toast } from 'sonner';
import { Button } from '@/ui/button';
import { Notice } from '@/ui/notice';
import { Panel } from '@/ui/panel';
import { useSubmit } from '@/ui/use-submit.client';
import { saveChatAccountAction } from '../../actions';
import { BasicFields, type Choice } from './basic-fields.client';
import { type ChatDraft, readyDraft } from './draft';
import { LookFields, OfferFields, TextFields } from './look-fields.client';
import { ProactiveFields } from './proactive-fields.client';
import { QuestionFields } from './question-fields.client';

type Props = Readonly<{
  workspace: string;
  initial: ChatDraft;
  teams: readonly Choice[];
  calendars: readonly Choice[];
}>;

/** Everything about a chat in one form. */
export function ChatAccountForm({ workspace, initial, teams, calendars }: Props) {
  const t = useTranslations('chatSetup.form');
  const sentence = useTranslations('problem');
  const router = useRouter();
  const [draft, setDraft] = useState(initial);
  const { ref, onSubmit, pending, problem, wrong } = useSubmit({
    send: () => saveChatAccountAction(workspace, readyDraft(draft)),
    onDone: ({ accountId }) => {
      toast(t('saved'));
      if (draft.accountId === null) router.push(`/${workspace}/admin/chat/${accountId}`);
    },
  });
  const { settings } = draft;
  const onSettings = (part: Partial<ChatDraft['settings']>) =>
    setDraft((before) => ({ ...before, settings: { ...before.settings, ...part } }));
  return (
    <form ref={ref} onSubmit={onSubmit} className="flex flex-col gap-5" noValidate>
      {problem && (
        <Notice tone="danger" live>
          {problem.code === 'input.invalid' ? t('wrong') : sentence(problem.code)}
        </Notice>
      )}
      <Panel title={t('basics')}>
        <BasicFields
          draft={draft}
          teams={teams}
          calendars={calendars}
          wrong={wrong}
          onChange={(part) => setDraft((before) => ({ ...before, ...part }))}
        />
      </Panel>
      <Panel title={t('look')}>
        <LookFields settings={settings} onSettings={onSettings} />
      </Panel>
      <Panel title={t('texts')} description={t('textsBody')}>
        <TextFields settings={settings} onSettings={onSettings} />
      </Panel>
      <Panel title={t('offers')}>
        <OfferFields settings={settings} onSettings={onSettings} />
      </Panel>
      <Panel title={t('fields')} description={t('fieldsBody')}>
        <QuestionFields
          fields={settings.fields}
          wrong={wrong}
          onFields={(fields) => onSettings({ fields })}
        />
      </Panel>
      <Panel title={t('proactive')} description={t('proactiveBody')}>
        <ProactiveFields
          rules={settings.proactive}
          wrong={wrong}
          onRules={(proactive) => onSettings({ proactive })}
        />
      </Panel>
      <Button type="submit" variant="primary" pending={pending} className="self-start">
        {t('save')}
      </Button>
    </form>
  );
}
