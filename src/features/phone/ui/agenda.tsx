import { CalendarCheck } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { AGENDA_GROUPS, type AgendaGroup, agendaGroup } from '@/domain/phone/callback';
import type { HandOver } from '@/domain/phone/hand-over';
import { EmptyState } from '@/ui/empty-state';
import type { CallbackRow } from '../queries';
import { CallbackActions } from './callback-actions.client';
import { CallbackLine } from './callback-line';
import { DialButton } from './dial-button.client';
import { HandOverCard } from './hand-over-card';

type Props = Readonly<{
  workspace: string;
  userId: string;
  timeZone: string;
  now: Date;
  callbacks: readonly CallbackRow[];
  /** By the ids of their tickets. */
  cards: Readonly<Record<string, HandOver>>;
  closed: boolean;
}>;

/** The calls that we owe, in the order in which they are due; what is late comes first and says so. */
export function Agenda({ callbacks, closed, ...rest }: Props) {
  const t = useTranslations('phone.agenda');
  if (callbacks.length === 0) {
    return (
      <EmptyState icon={CalendarCheck} title={t(closed ? 'emptyClosed' : 'empty')}>
        {closed ? null : t('emptyBody')}
      </EmptyState>
    );
  }
  if (closed) return <Group {...rest} callbacks={callbacks} group="closed" />;
  const { now, timeZone } = rest;
  const groupOf = new Map(callbacks.map((each) => [each.id, agendaGroup(each, { now, timeZone })]));
  return (
    <div className="flex flex-col gap-6">
      {AGENDA_GROUPS.map((group) => (
        <Group
          key={group}
          {...rest}
          group={group}
          callbacks={callbacks.filter(({ id }) => groupOf.get(id) === group)}
        />
      ))}
    </div>
  );
}

type GroupProps = Omit<Props, 'closed'> & Readonly<{ group: AgendaGroup | 'closed' }>;

function Group({ group, callbacks, ...rest }: GroupProps) {
  const t = useTranslations('phone.agenda');
  if (callbacks.length === 0) return null;
  return (
    <section aria-label={t(`group.${group}`)}>
      <h2 className="mb-2 flex items-baseline gap-2 font-semibold text-ink">
        {t(`group.${group}`)}
        <span className="font-normal text-ink-soft text-sm">{callbacks.length}</span>
      </h2>
      <ul className="flex flex-col divide-y divide-line rounded-lg border border-line bg-raised">
        {callbacks.map((callback) => (
          <li
            key={callback.id}
            className="flex flex-col gap-3 p-4 lg:flex-row lg:items-start lg:justify-between"
          >
            <CallbackLine
              workspace={rest.workspace}
              callback={callback}
              overdue={group === 'overdue'}
              timeZone={rest.timeZone}
            />
            {group !== 'closed' && <Acts {...rest} callback={callback} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

type ActsProps = Pick<Props, 'workspace' | 'userId' | 'cards'> & Readonly<{ callback: CallbackRow }>;

function Acts({ workspace, userId, cards, callback }: ActsProps) {
  const { customer, ticket, assignee } = callback;
  const card = cards[ticket.id];
  return (
    <div className="flex shrink-0 flex-wrap items-center gap-1.5">
      <DialButton
        workspace={workspace}
        number={callback.dialled}
        readable={callback.number}
        start={{
          customerId: customer.id,
          customer: customer.name,
          ticketId: ticket.id,
          ticket: `#${ticket.number} ${ticket.subject}`,
          callbackId: callback.id,
        }}
      >
        {card && <HandOverCard card={card} note={callback.note} codeWord={callback.codeWord} />}
      </DialButton>
      <CallbackActions
        workspace={workspace}
        userId={userId}
        callback={{
          id: callback.id,
          assigneeId: assignee?.id ?? null,
          timeZone: callback.timeZone,
          customer: customer.name,
        }}
      />
    </div>
  );
}
