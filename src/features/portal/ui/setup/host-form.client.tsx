'use client';

import { useTranslations } from 'next-intl';
import { useState, useTransition } from 'react';
import { toast } from 'sonner';
import { proveHostAction, saveHostAction } from '@/features/portal/actions';
import { Badge } from '@/ui/badge';
import { Button } from '@/ui/button';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import { Notice } from '@/ui/notice';
import { Panel } from '@/ui/panel';
import { useSubmit } from '@/ui/use-submit.client';

type HostNow = Readonly<{ host: string; proofName: string; proof: string; proven: boolean }>;
type Props = Readonly<{ workspace: string; target: string; now: HostNow | null }>;

/** A host of the company's own for the portal, and how it is proven. */
export function HostForm({ workspace, target, now }: Props) {
  const t = useTranslations('portalSetup.host');
  const common = useTranslations('common');
  const { ref, onSubmit, pending, problem, wrong } = useSubmit({
    send: (form) => saveHostAction(workspace, { host: String(form.get('host') ?? '') }),
    onDone: () => toast(common('saved')),
  });
  return (
    <Panel title={t('title')} description={t('body')}>
      <div className="flex flex-col gap-4">
        <form ref={ref} onSubmit={onSubmit} className="flex flex-col items-start gap-4" noValidate>
          {problem && problem.code !== 'input.invalid' && (
            <Notice tone="danger" live>
              {t('taken')}
            </Notice>
          )}
          <Field label={t('host')} hint={t('hostHint')} error={wrong('host') && t('hostWrong')}>
            <Input
              name="host"
              defaultValue={now?.host ?? ''}
              placeholder="help.example.com"
              autoCapitalize="none"
              spellCheck={false}
            />
          </Field>
          <Button type="submit" pending={pending}>
            {t('save')}
          </Button>
        </form>
        {now && <Steps workspace={workspace} target={target} now={now} />}
      </div>
    </Panel>
  );
}

function Steps({ workspace, target, now }: Readonly<{ workspace: string; target: string; now: HostNow }>) {
  const t = useTranslations('portalSetup.host');
  const [found, setFound] = useState<boolean | null>(null);
  const [pending, start] = useTransition();
  const check = () =>
    start(async () => {
      const answer = await proveHostAction(workspace, {});
      setFound(answer.ok && answer.value.proven);
    });
  return (
    <div className="flex flex-col gap-3 border-line border-t pt-4">
      <p>
        <Badge tone={now.proven ? 'success' : 'warning'}>{now.proven ? t('proven') : t('unproven')}</Badge>
      </p>
      <ol className="flex list-decimal flex-col gap-2 pl-5">
        <li>{t('stepTxt')}</li>
        <li className="list-none">
          <code className="break-all">
            {now.proofName} TXT "{now.proof}"
          </code>
        </li>
        <li>{t('stepCname')}</li>
        <li className="list-none">
          <code className="break-all">
            {now.host} CNAME {target}
          </code>
        </li>
        <li>{t('stepTls')}</li>
      </ol>
      {found === false && (
        <Notice tone="warning" live>
          {t('notFound')}
        </Notice>
      )}
      <Button onClick={check} pending={pending} className="self-start">
        {t('check')}
      </Button>
    </div>
  );
}
