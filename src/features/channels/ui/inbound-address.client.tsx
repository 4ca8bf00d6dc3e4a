'use client';

import { useTranslations } from 'next-intl';
import { useState, useTransition } from 'react';
import { toast } from 'sonner';
import { renewInboundKeyAction } from '@/features/channels/actions';
import { Button } from '@/ui/button';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import { Notice } from '@/ui/notice';

type Props = Readonly<{ workspace: string; channelId: string; hasKey: boolean }>;

/** Makes the address for a provider, shown this one time; the one before it no longer works then. */
export function InboundAddress({ workspace, channelId, hasKey }: Props) {
  const t = useTranslations('channels.inbound');
  const sentence = useTranslations('problem');
  const [address, setAddress] = useState<string | null>(null);
  const [pending, start] = useTransition();
  const make = () =>
    start(async () => {
      const made = await renewInboundKeyAction(workspace, { channelId });
      if (made.ok) setAddress(made.value.address);
      else toast.error(sentence(made.error.code));
    });
  if (address) {
    return (
      <div className="flex flex-col gap-3">
        <Field label={t('address')} hint={t('once')}>
          <Input readOnly value={address} onFocus={(event) => event.target.select()} spellCheck={false} />
        </Field>
        <Notice>{t('shapes')}</Notice>
      </div>
    );
  }
  return (
    <div className="flex flex-col items-start gap-3">
      <p className="text-ink-soft">{hasKey ? t('hasKey') : t('noKey')}</p>
      <Button onClick={make} pending={pending}>
        {hasKey ? t('renew') : t('make')}
      </Button>
    </div>
  );
}
