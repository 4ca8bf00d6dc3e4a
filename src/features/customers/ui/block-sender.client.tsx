'use client';

import { useTranslations } from 'next-intl';
import { type ComponentProps, useState } from 'react';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog.client';
import { BlockForm } from './block-form.client';

type Props = Pick<ComponentProps<typeof BlockForm>, 'workspace' | 'customer'>;

/** Blocks who wrote a ticket, or lets them in again, without leaving it. */
export function BlockSender({ workspace, customer }: Props) {
  const t = useTranslations('customer.block');
  const common = useTranslations('common');
  const [open, setOpen] = useState(false);
  const name = t(customer.blockedAt ? 'unblock' : 'sender');
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      size="sm"
      title={name}
      closeLabel={common('close')}
      trigger={
        <Button size="sm" variant="ghost">
          {name}
        </Button>
      }
    >
      <BlockForm workspace={workspace} customer={customer} onDone={() => setOpen(false)} />
    </Dialog>
  );
}
