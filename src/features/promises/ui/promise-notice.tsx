import { useFormatter, useTranslations } from 'next-intl';
import { Notice } from '@/ui/notice';
import type { TicketPromises } from '../queries';
import { PromiseForm } from './promise-form.client';

type Props = Readonly<{ workspace: string; timeZone: string; shown: TicketPromises | null }>;

/** Above the composer while a promise is at risk or broken: what was promised, and a new time that is ready to be told. */
export function PromiseNotice({ workspace, timeZone, shown }: Props) {
  const t = useTranslations('promise');
  const format = useFormatter();
  const pressing = shown?.mayPromise ? pressingOf(shown) : undefined;
  if (!shown || !pressing) return null;
  const { about, look, dueAt } = pressing;
  const state = look === 'broken' ? 'broken' : 'at_risk';
  const at = format.dateTime(dueAt, { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <Notice tone={state === 'broken' ? 'danger' : 'warning'} className="mx-4 mb-3 sm:mx-6">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <p className="min-w-0 flex-1 basis-64">
          {t(`panel.pressing.${state}`, { about: t(`about.${about}`), at })}
        </p>
        <PromiseForm
          workspace={workspace}
          ticketId={shown.ticketId}
          timeZone={timeZone}
          about={about}
          isPressing
        />
      </div>
    </Notice>
  );
}

/** What needs a word to the customer before all else: what is broken, then what is about to be. */
export const pressingOf = ({ open }: TicketPromises) =>
  open.find(({ look }) => look === 'broken') ?? open.find(({ look }) => look === 'at_risk');
