import { Building2, Clock, Languages, TriangleAlert } from 'lucide-react';
import Link from 'next/link';
import { useFormatter, useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { tierName } from '@/domain/customer/tier';
import { type FieldDefinition, fieldName, valueAsText } from '@/domain/field/field';
import { shownFields } from '@/domain/field/shown';
import { shownWords } from '@/domain/field/words';
import { wholeName } from '@/domain/template/customer-name';
import type { TicketPage } from '@/features/tickets/queries';
import { Avatar } from '@/ui/avatar';
import { Badge } from '@/ui/badge';
import { ChannelIcon, StatusIcon } from '@/ui/ticket-icons';
import { TierBadge } from '@/ui/tier-badge';
import { BlockSender } from './block-sender.client';

type Props = Readonly<{
  workspace: string;
  ticket: TicketPage['ticket'];
  others: TicketPage['others'];
  /** The workspace's own fields of customers. */
  fields: readonly FieldDefinition[];
  now: Date;
  mayBlock: boolean;
  /** What other parts of the product know of them. */
  children?: ReactNode;
}>;

/** Whom we are talking to, and what else there is between us. */
export function CustomerPanel({ workspace, ticket, others, fields, now, mayBlock, children }: Props) {
  const t = useTranslations('customer');
  const locale = useLocale();
  const href = `/${workspace}/desk/customers/${ticket.requesterId}`;
  return (
    <section aria-label={t('panel.label')} className="flex flex-col gap-4 p-4">
      <div className="flex items-center gap-3">
        <Avatar name={ticket.requester} size="lg" />
        <div className="min-w-0">
          <h2 className="break-words font-semibold text-ink">
            <Link href={href} prefetch={false} title={t('panel.open')} className="hover:underline">
              {wholeName({ ...ticket, displayName: ticket.requester })}
            </Link>
          </h2>
          {ticket.organization && (
            <p className="flex items-center gap-1.5 text-ink-soft text-sm">
              <Building2 aria-hidden className="size-3.5 shrink-0 text-ink-faint" />
              <span className="min-w-0 truncate">{ticket.organization}</span>
            </p>
          )}
          {ticket.blockedAt && (
            <p className="mt-1">
              <Badge tone="danger">{t('block.blocked')}</Badge>
            </p>
          )}
          {ticket.tier && (
            <p className="mt-1 flex max-w-full">
              <span className="sr-only">{t('tier')}: </span>
              <TierBadge colour={ticket.tier.colour}>{tierName(ticket.tier.names, locale)}</TierBadge>
            </p>
          )}
        </div>
      </div>
      <Facts ticket={ticket} now={now} />
      {ticket.note && (
        <p className="whitespace-pre-line break-words rounded-md border border-warning-ink/25 bg-warning-soft px-3 py-2 text-sm">
          <span className="sr-only">{t('panel.note')}: </span>
          {ticket.note}
        </p>
      )}
      <OwnFacts ticket={ticket} fields={fields} />
      <OtherTickets workspace={workspace} others={others} href={href} />
      {children}
      {mayBlock && (
        <div>
          <BlockSender workspace={workspace} customer={{ ...ticket, id: ticket.requesterId }} />
        </div>
      )}
    </section>
  );
}

/** A vendor may know the same number by several ids: it is said once. */
const shownOnce = (identities: Props['ticket']['identities']) =>
  identities.filter(
    (one, at) =>
      identities.findIndex(
        (each) => each.kind === one.kind && (each.label || each.value) === (one.label || one.value),
      ) === at,
  );

function Facts({ ticket, now }: Pick<Props, 'ticket' | 'now'>) {
  const t = useTranslations('customer');
  const format = useFormatter();
  const locale = useLocale();
  const language = ticket.locale ?? ticket.language;
  const names = new Intl.DisplayNames([locale], { type: 'language' });
  return (
    <ul className="flex flex-col gap-1.5 text-sm">
      {shownOnce(ticket.identities).map(({ id, kind, value, label, bounced }) => {
        return (
          <Fact key={id} icon={<ChannelIcon channel={kind} />} label={t(`kind.${kind}`)}>
            <span className="break-all text-ink">{label || value}</span>
            {bounced && (
              <span className="mt-0.5 flex items-center gap-1 text-danger-ink">
                <TriangleAlert aria-hidden className="size-3.5 shrink-0" />
                {t('bounced')}
              </span>
            )}
          </Fact>
        );
      })}
      {language && (
        <Fact icon={<Languages aria-hidden />} label={t('profile.locale')}>
          <span className="first-letter:uppercase">{names.of(language)}</span>
        </Fact>
      )}
      {ticket.timeZone && (
        <Fact icon={<Clock aria-hidden />} label={t('profile.timeZone')}>
          {t('panel.localTime', {
            time: format.dateTime(now, {
              timeZone: ticket.timeZone,
              hour: '2-digit',
              minute: '2-digit',
              hourCycle: 'h23',
            }),
          })}
        </Fact>
      )}
    </ul>
  );
}

/** So many own fields are read beside a ticket; the page of the customer has all of them. */
const MOST_OWN = 8;

/** What the workspace itself notes of this customer, as far as it is filled in. */
function OwnFacts({ ticket: { customerFields: values }, fields }: Pick<Props, 'ticket' | 'fields'>) {
  const t = useTranslations('customer.panel');
  const locale = useLocale();
  const filled = shownFields(fields, { values }).flatMap((field) => {
    const words = valueAsText(values[field.id]);
    return words === null ? [] : [{ field, words: shownWords(field, words, { locale, yes: t('yes') }) }];
  });
  if (filled.length === 0) return null;
  return (
    <dl
      aria-label={t('own')}
      className="grid grid-cols-[minmax(0,2fr)_minmax(0,3fr)] gap-x-3 gap-y-1 text-sm"
    >
      {filled.slice(0, MOST_OWN).map(({ field, words }) => (
        <div key={field.id} className="contents">
          <dt className="break-words text-ink-soft">{fieldName(field, locale)}</dt>
          <dd className="line-clamp-3 break-words text-ink">{words}</dd>
        </div>
      ))}
    </dl>
  );
}

function Fact({ icon, label, children }: Readonly<{ icon: ReactNode; label: string; children: ReactNode }>) {
  return (
    <li className="flex items-start gap-2 text-ink-soft">
      <span className="mt-0.5 shrink-0 text-ink-faint [&_svg]:size-4" title={label}>
        {icon}
        <span className="sr-only">{label}: </span>
      </span>
      <span className="min-w-0">{children}</span>
    </li>
  );
}

type OthersProps = Pick<Props, 'workspace' | 'others'> & Readonly<{ href: string }>;

function OtherTickets({ workspace, others, href }: OthersProps) {
  const t = useTranslations('customer.panel');
  const common = useTranslations('common');
  const { tickets, count, beyond } = others;
  return (
    <div>
      <h3 className="mb-1 font-medium text-ink-soft text-sm">{t('others')}</h3>
      {tickets.length === 0 && <p className="text-ink-faint text-sm">{t('noOthers')}</p>}
      <ul className="-mx-2 flex flex-col">
        {tickets.map(({ number, subject, status }) => (
          <li key={number}>
            <Link
              href={`/${workspace}/desk/tickets/${number}`}
              prefetch={false}
              className="flex items-center gap-2 rounded-md px-2 py-1.5 text-ink-soft text-sm hover:bg-hover hover:text-ink"
            >
              <StatusIcon status={status} label={common(`status.${status}`)} />
              <span className="min-w-0 flex-1 truncate">{subject}</span>
              <span className="shrink-0 text-ink-faint text-xs">#{number}</span>
            </Link>
          </li>
        ))}
      </ul>
      {count > tickets.length && (
        <Link
          href={href}
          prefetch={false}
          className="text-accent-ink text-sm underline-offset-2 hover:underline"
        >
          {beyond ? t('allMore', { count }) : t('all', { count })}
        </Link>
      )}
    </div>
  );
}
