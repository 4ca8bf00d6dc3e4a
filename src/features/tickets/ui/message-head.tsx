import { Globe, Languages, Lock, Smartphone, TriangleAlert } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import type { AddressKind } from '@/domain/channel/address-kind';
import { Avatar } from '@/ui/avatar';
import { Badge } from '@/ui/badge';
import { ChannelIcon } from '@/ui/ticket-icons';
import type { TimelineMessage } from '../queries-timeline';
import { Moment } from './moment';

const SHOWN_NAMES = 3;
const KINDS = ['from', 'reply_to', 'to', 'cc', 'bcc'] as const satisfies readonly AddressKind[];
const LABELS = {
  from: 'from',
  reply_to: 'replyTo',
  to: 'toLabel',
  cc: 'ccLabel',
  bcc: 'bccLabel',
} as const;

type Props = Readonly<{ message: TimelineMessage }>;

/** Who spoke, when and to whom, on which channel, and why it stands on this ticket. */
export function MessageHead({ message }: Props) {
  const common = useTranslations('common');
  const name = useAuthor(message);
  return (
    <div className="flex items-start gap-3">
      <Avatar name={name} size="md" className="mt-0.5" />
      <div className="min-w-0 flex-1">
        <div className="flex flex-wrap items-baseline gap-x-2 gap-y-0.5">
          <h3 className="min-w-0 break-words font-semibold text-ink">
            {name}
            <span className="sr-only">
              , <Moment at={message.createdAt} />
            </span>
          </h3>
          <Badges message={message} />
        </div>
        <Recipients message={message} />
      </div>
      <span className="flex shrink-0 items-center gap-1.5 text-ink-faint text-sm">
        {message.direction !== 'note' && (
          <ChannelIcon channel={message.channel} label={common(`channel.${message.channel}`)} />
        )}
        <span aria-hidden>
          <Moment at={message.createdAt} />
        </span>
      </span>
    </div>
  );
}

/** The name to show: the address of somebody without one, and a word for the product itself. */
function useAuthor({ authorKind, authorName, authorAddress }: TimelineMessage): string {
  const t = useTranslations('ticket.message');
  return authorName || authorAddress || (authorKind === 'system' ? t('system') : '?');
}

/** The language of what somebody else wrote, where it is not the reader's own. */
function Spoken({ message: { direction, language } }: Props) {
  const t = useTranslations('ticket.message');
  const locale = useLocale();
  if (direction !== 'inbound' || !language || language === locale) return null;
  const name = new Intl.DisplayNames([locale], { type: 'language', fallback: 'code' }).of(language);
  return (
    <Badge title={t('spoken')}>
      <Languages aria-hidden />
      {name ?? language}
    </Badge>
  );
}

function Badges({ message }: Props) {
  const t = useTranslations('ticket.message');
  const social = useTranslations('social.message');
  const automated = isLateAnswer(message) ? null : message.automated;
  return (
    <>
      {message.direction === 'note' && (
        <Badge tone="warning">
          <Lock aria-hidden />
          {t('note')}
        </Badge>
      )}
      {message.authorKind === 'system' && <Badge>{t('system')}</Badge>}
      {message.isPublic !== null && (
        <Badge>
          {message.isPublic ? <Globe aria-hidden /> : <Lock aria-hidden />}
          {social(message.isPublic ? 'public' : 'private')}
        </Badge>
      )}
      {message.editedAt && !message.deletedAt && <Badge>{social('edited')}</Badge>}
      <OwnApp message={message} />
      <Spoken message={message} />
      {automated && <Badge>{t(`automated.${automated}`)}</Badge>}
      {message.thanks && <Badge tone="success">{t('thanks')}</Badge>}
      {message.unverified && (
        <Badge tone="danger" title={t('unverifiedHint')}>
          <TriangleAlert aria-hidden />
          {t('unverified')}
          <span className="sr-only">{t('unverifiedHint')}</span>
        </Badge>
      )}
    </>
  );
}

/** A colleague's answer that came after what the customer wrote next: no machine's, though it stops no clock. */
const isLateAnswer = ({ threadedBy, automated }: TimelineMessage): boolean =>
  threadedBy === 'own_app' && automated === 'own';

/** Nobody wrote it here: it was answered in the vendor's own app. */
function OwnApp({ message: { threadedBy, channel } }: Props) {
  const t = useTranslations('social.message');
  const common = useTranslations('common');
  if (threadedBy !== 'own_app') return null;
  return (
    <Badge>
      <Smartphone aria-hidden />
      {t('ownApp', { channel: common(`channel.${channel}`) })}
    </Badge>
  );
}

/** To whom, in short; unfolded, all addresses as they stand in the mail. */
function Recipients({ message }: Props) {
  const t = useTranslations('ticket.message');
  // What follows in a chat stands where it was said: there is nothing to explain.
  const inChat = message.channel === 'chat' && message.threadedBy === 'hand';
  const matched =
    message.threadedBy && message.direction === 'inbound' && !inChat
      ? t(`matched.${message.threadedBy}`)
      : null;
  const to = namesOf(message, 'to');
  const cc = namesOf(message, 'cc');
  const parts = [to && t('to', { names: to }), cc && t('cc', { names: cc }), matched].filter(Boolean);
  if (message.addresses.length === 0) {
    return parts.length > 0 && <p className="text-ink-faint text-sm">{parts.join(' · ')}</p>;
  }
  return (
    <details className="group text-ink-faint text-sm">
      <summary
        title={t('addresses')}
        className="cursor-pointer list-none truncate rounded-sm hover:text-ink-soft [&::-webkit-details-marker]:hidden"
      >
        {parts.join(' · ') || t('addresses')}
      </summary>
      <Addresses message={message} matched={matched} />
    </details>
  );
}

function Addresses({ message, matched }: Props & Readonly<{ matched: string | null }>) {
  const t = useTranslations('ticket.message');
  const kinds = KINDS.filter((kind) => message.addresses.some((address) => address.kind === kind));
  return (
    <dl className="mt-1 mb-1 grid grid-cols-[max-content_minmax(0,1fr)] gap-x-3 gap-y-0.5 text-ink-soft">
      {kinds.map((kind) => (
        <div key={kind} className="contents">
          <dt className="text-ink-faint">{t(LABELS[kind])}</dt>
          <dd className="break-words">
            {message.addresses
              .filter((address) => address.kind === kind)
              .map(({ name, address }) => (name && name !== address ? `${name} <${address}>` : address))
              .join(', ')}
          </dd>
        </div>
      ))}
      {matched && (
        <div className="contents">
          <dt className="text-ink-faint">{t('matchedLabel')}</dt>
          <dd>{matched}</dd>
        </div>
      )}
    </dl>
  );
}

function namesOf({ addresses }: TimelineMessage, kind: AddressKind): string {
  const names = addresses.filter((each) => each.kind === kind).map(({ name, address }) => name || address);
  const more = names.length - SHOWN_NAMES;
  return more > 0 ? `${names.slice(0, SHOWN_NAMES).join(', ')} +${more}` : names.join(', ');
}
