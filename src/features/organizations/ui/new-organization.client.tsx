'use client';

import { Plus } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog.client';
import { OrganizationForm } from './organization-form.client';

/** Adds an organization and goes to its page. */
export function NewOrganization({ workspace }: Readonly<{ workspace: string }>) {
  const t = useTranslations('organization');
  const common = useTranslations('common');
  const router = useRouter();
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      title={t('add')}
      closeLabel={common('close')}
      trigger={
        <Button variant="primary">
          <Plus aria-hidden />
          {t('add')}
        </Button>
      }
    >
      <OrganizationForm
        workspace={workspace}
        organization={null}
        mayWrite
        onDone={(id) => {
          setOpen(false);
          router.push(`/${workspace}/customers/organizations/${id}`);
        }}
      />
    </Dialog>
  );
}
