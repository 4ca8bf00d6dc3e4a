'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState, useTransition } from 'react';
import { toast } from 'sonner';
import { saveMailboxAction, testMailboxAction } from '@/features/channels/actions';
import type { MailboxForm as Stored } from '@/features/channels/queries';
import { Button } from '@/ui/button';
import { Notice } from '@/ui/notice';
import { Panel } from '@/ui/panel';
import { useSubmit } from '@/ui/use-submit.client';
import { mailboxIn } from './form-values';
import { IdentityFields } from './identity-fields.client';
import { IncomingFields } from './incoming-fields.client';
import { OutgoingFields } from './outgoing-fields.client';
import type { Provider } from './providers';
import { type Tested, TestResult } from './test-result.client';

type Props = Readonly<{
  workspace: string;
  /** Null for a new mailbox. */
  stored: Stored | null;
  teams: readonly Readonly<{ id: string; name: string }>[];
  listener: string;
  hasServer: boolean;
}>;

/** Everything about a mailbox in one form; the connection can be tried before it is saved. */
export function MailboxForm({ workspace, stored, teams, listener, hasServer }: Props) {
  const t = useTranslations('channels.form');
  const sentence = useTranslations('problem');
  const router = useRouter();
  const [provider, setProvider] = useState<Provider | null>(null);
  const [tested, setTested] = useState<Tested | null>(null);
  const [trying, start] = useTransition();
  const { ref, onSubmit, pending, problem, wrong } = useSubmit({
    send: (form) => saveMailboxAction(workspace, mailboxIn(form, stored?.id ?? null)),
    onDone: ({ channelId }) => {
      toast(t('saved'));
      router.push(`/${workspace}/admin/channels/${channelId}`);
    },
  });
  const test = () =>
    start(async () => {
      if (!ref.current) return;
      const answer = await testMailboxAction(
        workspace,
        mailboxIn(new FormData(ref.current), stored?.id ?? null),
      );
      setTested(answer.ok ? answer.value : { problem: answer.error.code });
    });
  return (
    <form ref={ref} onSubmit={onSubmit} className="flex flex-col gap-5" noValidate>
      {problem && (
        <Notice tone="danger" live>
          {sentence(problem.code)}
        </Notice>
      )}
      <Panel title={t('identity')} description={t('identityBody')}>
        <IdentityFields
          stored={stored}
          teams={teams}
          problem={problem?.code ?? null}
          wrong={wrong}
          onProvider={setProvider}
        />
      </Panel>
      <Panel title={t('incomingTitle')}>
        <IncomingFields
          stored={stored?.incoming ?? null}
          provider={provider}
          listener={listener}
          wrong={wrong}
        />
      </Panel>
      <Panel title={t('outgoingTitle')}>
        <OutgoingFields
          stored={stored?.outgoing ?? null}
          provider={provider}
          hasServer={hasServer}
          wrong={wrong}
        />
      </Panel>
      {tested && <TestResult tested={tested} />}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant="primary" pending={pending}>
          {t('save')}
        </Button>
        <Button onClick={test} pending={trying}>
          {t('test')}
        </Button>
      </div>
    </form>
  );
}
