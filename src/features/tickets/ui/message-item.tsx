import { Forward } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { AddressKind } from '@/domain/channel/address-kind';
import { type Recipients, recipientsFor } from '@/domain/ticket/recipients';
import { ButtonLink } from '@/ui/button';
import { classNames } from '@/ui/class-names';
import type { Theme } from '../message-body';
import type { TimelineMessage } from '../queries-timeline';
import { AnswerButtons } from './answer-buttons.client';
import { DeliveryLine } from './delivery-line.client';
import { Files } from './files';
import { MessageBody } from './message-body';
import { MessageHead } from './message-head';
import { QuoteButton } from './quote.client';
import { Reactions } from './reactions';
import { saidBy } from './said-passage';
import { UnshownContent } from './unshown-content';

export type MessagePlace = Readonly<{
  workspace: string;
  theme: Theme;
  requester: string;
  /** Our own mailboxes, which no answer goes to. */
  own: readonly string[];
  mayReply: boolean;
  /** Where a message is passed on to somebody else; null for who may not. */
  forwardHref: ((messageId: string) => string) | null;
  /** Whether it can be answered, which a closed ticket cannot. */
  mayAnswer: boolean;
  maySource: boolean;
  /** What other features show below messages, by the messages' ids. */
  beneath: Readonly<Record<string, ReactNode>>;
  /** The merges that the reader can take back, by the numbers of the tickets that came. */
  merges: Readonly<Record<number, string>>;
}>;

type Props = Readonly<{ message: TimelineMessage; place: MessagePlace }>;

/** One message of the conversation. */
export function MessageItem({ message, place }: Props) {
  return (
    <article className={classNames('rounded-lg border p-4', lookOf(message))}>
      <MessageHead message={message} />
      <Inside message={message} place={place} />
    </article>
  );
}

/** The words, or what came in their place. */
function Said(props: Parameters<typeof MessageBody>[0]) {
  const { unshown, visibleText } = props.message;
  const hasWords = visibleText.trim() !== '' || !unshown?.length;
  return (
    <>
      {hasWords && <MessageBody {...props} />}
      <UnshownContent kinds={unshown ?? []} />
    </>
  );
}

function Inside({ message, place }: Props) {
  const t = useTranslations('ticket.message');
  const social = useTranslations('social.message');
  const { workspace, theme } = place;
  return (
    <div className="mt-2 sm:pl-11">
      <div
        lang={message.language ?? undefined}
        className="max-w-[80ch] text-ink"
        {...saidBy(message.authorName || message.authorAddress, message.createdAt)}
      >
        {message.deletedAt || message.erasedAt ? (
          <p className="text-ink-faint italic">{message.erasedAt ? t('erased') : social('deleted')}</p>
        ) : (
          <Said message={message} workspace={workspace} theme={theme} />
        )}
      </div>
      <Reactions message={message} />
      {place.beneath[message.id]}
      <Files message={message} workspace={workspace} />
      {message.missing && message.missing.length > 0 && (
        <p className="mt-2 text-sm text-warning-ink">
          {social('missing', { count: message.missing.length, names: message.missing.join(', ') })}
        </p>
      )}
      <Below message={message} place={place} />
    </div>
  );
}

/** What can be done with a message, and what became of it. */
function Below({ message, place }: Props) {
  const t = useTranslations('ticket.message');
  const social = useTranslations('social.message');
  const common = useTranslations('common');
  const { workspace, requester, mayReply } = place;
  return (
    <div className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-1 empty:hidden">
      {place.mayAnswer && <AnswerButtons {...answersTo(message, place.own)} />}
      <ForwardLink message={message} place={place} />
      {!message.deletedAt && !message.erasedAt && <QuoteButton />}
      {message.delivery && (
        <DeliveryLine message={deliveryOf(message)} place={{ workspace, requester, mayReply }} />
      )}
      {message.permalink && (
        <a
          href={message.permalink}
          target="_blank"
          rel="noopener noreferrer"
          className="text-ink-faint text-sm underline-offset-2 hover:text-ink hover:underline"
        >
          {social('open', { channel: common(`channel.${message.channel}`) })}
        </a>
      )}
      {message.hasSource && place.maySource && (
        <a
          href={`/api/desk/${workspace}/messages/${message.id}/source`}
          target="_blank"
          rel="noopener"
          className="text-ink-faint text-sm underline-offset-2 hover:text-ink hover:underline"
        >
          {t('source')}
        </a>
      )}
    </div>
  );
}

/** Whom an answer to this very mail goes to, for its writer alone and for all that it names; empty for what is no mail. */
function answersTo({ direction, channel, automated, addresses }: TimelineMessage, own: readonly string[]) {
  if (direction !== 'inbound' || channel !== 'email' || automated) return { reply: NOBODY, replyAll: NOBODY };
  const of = (kind: AddressKind) => addresses.filter((each) => each.kind === kind);
  const sender = of('reply_to')[0] ?? of('from')[0] ?? null;
  const answers = recipientsFor(null, { sender, to: of('to'), cc: of('cc') }, own);
  return { reply: plain(answers.reply), replyAll: plain(answers.replyAll) };
}

/** A note is for colleagues, and what has not left, or is no more, is nobody's. */
const mayForward = ({ direction, delivery, deletedAt, erasedAt }: TimelineMessage): boolean =>
  direction !== 'note' && delivery !== 'queued' && delivery !== 'cancelled' && !deletedAt && !erasedAt;

function ForwardLink({ message, place: { forwardHref } }: Props) {
  const t = useTranslations('ticket.message');
  if (!forwardHref || !mayForward(message)) return null;
  return (
    <ButtonLink variant="ghost" size="sm" href={forwardHref(message.id)} scroll={false} prefetch={false}>
      <Forward aria-hidden />
      {t('forward')}
    </ButtonLink>
  );
}

const NOBODY = { to: [], cc: [] };

const plain = ({ to, cc }: Recipients) => ({
  to: to.map(({ address }) => address),
  cc: cc.map(({ address }) => address),
});

/** What of a message the browser needs to know for its delivery. */
function deliveryOf({
  id,
  delivery,
  deliveryDetail,
  sendAt,
  scheduled,
  addresses,
  attempts,
}: TimelineMessage) {
  const to = addresses.filter(({ kind }) => kind === 'to').map(({ address }) => address);
  return { id, delivery, deliveryDetail, sendAt, scheduled, to, attempts };
}

function lookOf({ direction, authorKind, delivery }: TimelineMessage): string {
  if (direction === 'note') return 'border-warning-ink/25 bg-warning-soft';
  if (delivery === 'cancelled') return 'border-line border-dashed bg-sunken opacity-80';
  if (authorKind === 'system') return 'border-line bg-sunken';
  if (direction === 'outbound') return 'border-accent-ink/20 bg-accent-soft';
  return 'border-line bg-raised';
}
