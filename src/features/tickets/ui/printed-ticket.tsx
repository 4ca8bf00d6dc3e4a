import { useFormatter, useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { type FieldDefinition, fieldName, valueAsText } from '@/domain/field/field';
import { shownWords } from '@/domain/field/words';
import type { PrintedTicket as Printed, PrintedMessage } from '@/features/tickets/queries-print';
import { classNames } from '@/ui/class-names';
import { useDates } from '@/ui/use-dates';
import { fileUrl } from '../message-body';
import { fileSize } from './file-size';
import { PlainText } from './plain-text';

const PICTURE = /^image\/(?:png|jpeg|gif|webp)$/;

type Props = Readonly<{ printed: Printed; workspace: Readonly<{ slug: string; name: string }>; at: Date }>;

/** A ticket as it stands on paper: what it is, whose, and what was said. */
export function PrintedTicket({ printed, workspace, at }: Props) {
  const t = useTranslations('ticket.print');
  const dates = useDates();
  const { ticket, messages, isCut } = printed;
  return (
    <article className="flex flex-col gap-5 text-ink">
      <header className="border-line border-b pb-3">
        <p className="text-ink-soft text-sm">
          {workspace.name} · #{ticket.number}
        </p>
        <h2 className="mt-1 break-words font-semibold text-lg">{ticket.subject}</h2>
      </header>
      <div className="grid gap-x-10 gap-y-4 sm:grid-cols-2 print:grid-cols-2">
        <Facts label={t('customer')} rows={useCustomer(printed)} />
        <Facts label={t('ticket')} rows={useFields(printed)} />
      </div>
      <section aria-label={t('conversation')} className="flex flex-col gap-4">
        {isCut && <p className="text-ink-soft text-sm">{t('cut', { count: messages.length })}</p>}
        {messages.map((message) => (
          <Message key={message.id} message={message} workspace={workspace.slug} />
        ))}
      </section>
      <footer className="border-line border-t pt-2 text-ink-faint text-sm" suppressHydrationWarning>
        {t('made', { at: dates.dateTime(at, { dateStyle: 'long', timeStyle: 'short' }) })}
      </footer>
    </article>
  );
}

type Row = readonly [label: string, value: ReactNode];

function Facts({ label, rows }: Readonly<{ label: string; rows: readonly Row[] }>) {
  return (
    <section aria-label={label} className="min-w-0 break-inside-avoid">
      <h3 className="mb-1 font-semibold">{label}</h3>
      <dl className="grid grid-cols-[max-content_minmax(0,1fr)] gap-x-4 gap-y-0.5">
        {rows
          .filter(([, value]) => value)
          .map(([name, value]) => (
            <div key={name} className="contents">
              <dt className="text-ink-soft">{name}</dt>
              <dd className="break-words">{value}</dd>
            </div>
          ))}
      </dl>
    </section>
  );
}

function useCustomer({ ticket }: Printed): readonly Row[] {
  const t = useTranslations('ticket.print');
  const of = (kind: string) =>
    ticket.identities
      .filter((each) => each.kind === kind)
      .map(({ value }) => value)
      .join(', ');
  return [
    [t('name'), ticket.requester],
    [t('organization'), ticket.organization],
    [t('mail'), of('email')],
    [t('phone'), of('phone')],
  ];
}

function useFields({ ticket, fields }: Printed): readonly Row[] {
  const t = useTranslations('ticket.fields');
  const common = useTranslations('common');
  const print = useTranslations('ticket.print');
  const dates = useDates();
  const own = useOwnField();
  return [
    [t('status'), common(`status.${ticket.status}`)],
    [t('priority'), common(`priority.${ticket.priority}`)],
    [t('type'), common(`type.${ticket.type}`)],
    [t('team'), ticket.team],
    [t('assignee'), ticket.assignee],
    [t('tags'), ticket.tags.join(', ')],
    [print('opened'), dates.dateTime(ticket.createdAt, { dateStyle: 'medium', timeStyle: 'short' })],
    ...fields.map((field): Row => own(field, ticket.fields)),
  ];
}

function useOwnField() {
  const t = useTranslations('ticket.ownFields');
  const locale = useLocale();
  return (field: FieldDefinition, values: Printed['ticket']['fields']): Row => {
    const value = values[field.id];
    const words = value === undefined ? null : valueAsText(value);
    return [fieldName(field, locale), words && shownWords(field, words, { locale, yes: t('yes') })];
  };
}

type MessageProps = Readonly<{ message: PrintedMessage; workspace: string }>;

function Message({ message, workspace }: MessageProps) {
  const t = useTranslations('ticket.message');
  const common = useTranslations('common');
  const dates = useDates();
  const { direction, channel, authorName, authorAddress, createdAt, visibleText, language } = message;
  const isNote = direction === 'note';
  return (
    <section className={classNames('border-l-2 pl-3', isNote ? 'border-warning-ink' : 'border-line-strong')}>
      <h3 className="break-after-avoid font-semibold">
        {authorName || authorAddress || t('system')}
        <span className="font-normal text-ink-soft" suppressHydrationWarning>
          {' · '}
          {dates.dateTime(createdAt, { dateStyle: 'medium', timeStyle: 'short' })}
          {' · '}
          {isNote ? t('note') : common(`channel.${channel}`)}
        </span>
      </h3>
      <div lang={language ?? undefined} className="mt-1">
        <PlainText text={visibleText} />
      </div>
      <Files message={message} workspace={workspace} />
    </section>
  );
}

/** Pictures are seen; of other files it is said that they were there. */
function Files({ message: { files }, workspace }: MessageProps) {
  const t = useTranslations('ticket.print');
  const format = useFormatter();
  const pictures = files.filter(({ type }) => PICTURE.test(type));
  const others = files.filter(({ type }) => !PICTURE.test(type));
  return (
    <>
      {pictures.map(({ id, name }) => (
        <picture key={id} className="contents">
          <img
            src={fileUrl(workspace, id)}
            alt={name}
            className="mt-2 max-h-80 max-w-full break-inside-avoid rounded border border-line object-contain"
          />
        </picture>
      ))}
      {others.length > 0 && (
        <p className="mt-1 text-ink-soft text-sm">
          {t('files', {
            names: others.map(({ name, size }) => `${name} (${fileSize(format, size)})`).join(', '),
          })}
        </p>
      )}
    </>
  );
}
