import { useTranslations } from 'next-intl';
import type { HandOver } from '@/domain/phone/hand-over';
import type { CallbackRow } from '../queries';
import { AskCallback } from './ask-callback.client';
import { CallLogButton } from './call-log-button.client';
import { CallbackActions } from './callback-actions.client';
import { CallbackLine } from './callback-line';
import { DialButton } from './dial-button.client';
import { HandOverCard } from './hand-over-card';

type Props = Readonly<{
  workspace: string;
  user: Readonly<{ id: string; timeZone: string }>;
  ticket: Readonly<{ id: string; number: number; subject: string; requesterId: string; requester: string }>;
  numbers: readonly Readonly<{ number: string; readable: string }>[];
  callbacks: readonly CallbackRow[];
  card: HandOver;
  timeZone: string;
  now: Date;
}>;

/** The telephone beside a ticket: dial, note a call, and the calls that we owe. */
export function CallPanel({ workspace, user, ticket, numbers, callbacks, card, timeZone, now }: Props) {
  const t = useTranslations('phone.panel');
  const start = {
    customerId: ticket.requesterId,
    customer: ticket.requester,
    ticketId: ticket.id,
    ticket: `#${ticket.number} ${ticket.subject}`,
  };
  const open = callbacks.filter(({ closedAt }) => closedAt === null);
  return (
    <section aria-label={t('label')} className="flex flex-col gap-3 border-line border-b p-4">
      <h2 className="font-semibold text-ink">{t('label')}</h2>
      <div className="flex flex-wrap gap-1.5">
        {numbers.map(({ number, readable }) => {
          const owed = open.find(({ dialled }) => dialled === number);
          return (
            <DialButton
              key={number}
              workspace={workspace}
              number={number}
              readable={readable}
              start={owed ? { ...start, callbackId: owed.id } : start}
            >
              <HandOverCard card={card} note={owed?.note ?? ''} codeWord={owed?.codeWord ?? ''} />
            </DialButton>
          );
        })}
        <CallLogButton look="plain" start={{ ...start, number: numbers[0]?.number ?? '' }} />
        <AskCallback
          workspace={workspace}
          ticketId={ticket.id}
          number={numbers[0]?.readable ?? ''}
          timeZone={timeZone}
        />
      </div>
      {open.map((callback) => (
        <div key={callback.id} className="flex flex-col gap-2 rounded-md border border-line bg-raised p-3">
          <CallbackLine
            workspace={workspace}
            callback={callback}
            overdue={callback.dueAt <= now}
            timeZone={user.timeZone}
          />
          <CallbackActions
            workspace={workspace}
            userId={user.id}
            callback={{
              id: callback.id,
              assigneeId: callback.assignee?.id ?? null,
              timeZone: callback.timeZone,
              customer: callback.customer.name,
            }}
          />
        </div>
      ))}
    </section>
  );
}
