'use client';

import { UserMinus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useTransition } from 'react';
import { toast } from 'sonner';
import { Button } from '@/ui/button';
import { Checkbox } from '@/ui/checkbox';
import { setMembershipAction, setReadsSharedAction } from '../actions';

type Props = Readonly<{
  workspace: string;
  customerId: string;
  name: string;
  /** The organization shares its requests at all. */
  shares: boolean;
  readsShared: boolean;
}>;

/** Lets a member read what the others asked, and takes them out. */
export function MemberActs({ workspace, customerId, name, shares, readsShared }: Props) {
  const t = useTranslations('organization');
  const problems = useTranslations('problem');
  const [pending, start] = useTransition();
  const run = (send: () => ReturnType<typeof setMembershipAction>, done?: string) =>
    start(async () => {
      const outcome = await send();
      if (!outcome.ok) toast.error(problems(outcome.error.code));
      else if (done) toast(done);
    });
  return (
    <span className="inline-flex flex-wrap items-center justify-end gap-3">
      {shares && (
        <Checkbox
          label={t('reads')}
          aria-label={t('readsNamed', { name })}
          defaultChecked={readsShared}
          disabled={pending}
          onChange={(event) => {
            const input = { customerId, readsShared: event.target.checked };
            run(() => setReadsSharedAction(workspace, input));
          }}
        />
      )}
      <Button
        variant="ghost"
        size="icon-sm"
        pending={pending}
        aria-label={t('takeOut', { name })}
        title={t('takeOut', { name })}
        onClick={() =>
          run(
            () => setMembershipAction(workspace, { customerId, organizationId: null }),
            t('takenOut', { name }),
          )
        }
      >
        <UserMinus aria-hidden />
      </Button>
    </span>
  );
}
