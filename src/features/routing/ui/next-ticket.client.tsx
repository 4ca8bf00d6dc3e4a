'use client';

import { ArrowRightToLine } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useTransition } from 'react';
import { toast } from 'sonner';
import { nextTicketAction } from '@/features/routing/actions';
import { useActs } from '@/ui/acts';
import { Button } from '@/ui/button';
import { Kbd } from '@/ui/kbd';
import { useShortcuts } from '@/ui/use-shortcuts';

/** Takes the next ticket of one's queues and opens it; also by the key Q. */
export function NextTicket({ workspace }: Readonly<{ workspace: string }>) {
  const t = useTranslations('routing');
  const sentence = useTranslations('routing.refused');
  const router = useRouter();
  const [pending, start] = useTransition();
  const take = () =>
    start(async () => {
      const taken = await nextTicketAction(workspace, {});
      if (taken.ok) router.push(`/${workspace}/desk/tickets/${taken.value.number}`);
      else toast(sentence(refusalOf(taken.error.code)));
    });
  useShortcuts({ q: () => pending || take() });
  useActs({ nextTicket: pending ? null : take });
  return (
    <Button
      variant="ghost"
      onClick={take}
      pending={pending}
      className="max-h-8 justify-start gap-2.5 px-2 font-normal"
    >
      <ArrowRightToLine aria-hidden />
      <span className="min-w-0 flex-1 truncate text-left">{t('nextTicket')}</span>
      <span aria-hidden className="hidden lg:block">
        <Kbd>Q</Kbd>
      </span>
    </Button>
  );
}

const refusalOf = (code: string) => {
  if (code === 'routing.full') return 'full';
  if (code === 'routing.not_chosen') return 'not_chosen';
  return code === 'routing.nothing_waits' ? 'nothing_waits' : 'other';
};
