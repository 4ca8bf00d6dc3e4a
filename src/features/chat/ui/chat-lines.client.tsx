'use client';

import { Paperclip } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import type { ChatEntry, ChatMessage } from '@/domain/chat/protocol';
import { Button } from '@/ui/button';
import { classNames } from '@/ui/class-names';
import type { Pending } from './use-chat';

type Props = Readonly<{
  name: string;
  entries: readonly ChatEntry[];
  pending: readonly Pending[];
  typing: boolean;
  /** How far the visitor has read. */
  visitorRead: number;
  onAgain: (word: Pending) => void;
}>;

/** What scrolls must be reachable by keys (WCAG 2.1.1). */
const reachableByKeys = { tabIndex: 0 } as const;

/** What was said in a chat, the newest at the bottom; it follows what comes unless the reader has scrolled up. */
export function ChatLines({ name, entries, pending, typing, visitorRead, onAgain }: Props) {
  const t = useTranslations('chat');
  const box = useRef<HTMLDivElement>(null);
  const near = useRef(true);
  const marker = `${entries.length}-${pending.length}-${typing}`;
  useEffect(() => {
    const { current } = box;
    if (marker && current && near.current) current.scrollTop = current.scrollHeight;
  }, [marker]);
  const lastRead = entries.findLast(
    (entry) => entry.type === 'message' && entry.message.from === 'agent' && entry.sequence <= visitorRead,
  );
  return (
    <div
      ref={box}
      role="log"
      aria-label={name}
      {...reachableByKeys}
      onScroll={({ currentTarget: { scrollHeight, scrollTop, clientHeight } }) => {
        near.current = scrollHeight - scrollTop - clientHeight < 60;
      }}
      className="flex min-h-0 flex-1 flex-col gap-2 overflow-y-auto p-3"
    >
      {entries.map((entry) => (
        <Entry key={entry.sequence} entry={entry} name={name} read={entry === lastRead} />
      ))}
      {pending.map((word) => (
        <Waiting key={word.clientId} word={word} onAgain={onAgain} />
      ))}
      <p aria-live="polite" className="min-h-5 text-ink-soft text-sm">
        {typing ? t('visitor.typing', { name }) : ''}
      </p>
    </div>
  );
}

function Entry({ entry, name, read }: Readonly<{ entry: ChatEntry; name: string; read: boolean }>) {
  const t = useTranslations('chat');
  if (entry.type === 'line') return <Line entry={entry} />;
  if (entry.type !== 'message') return null;
  const { message } = entry;
  const ours = message.from !== 'visitor';
  return (
    <article
      className={classNames('flex max-w-[85%] flex-col gap-0.5', ours ? 'items-end self-end' : 'self-start')}
    >
      <Head message={message} name={name} />
      <div
        className={classNames(
          'rounded-lg px-3 py-1.5 break-words whitespace-pre-wrap',
          ours ? 'bg-accent-soft text-ink' : 'bg-hover text-ink',
        )}
      >
        {message.text}
        {message.files.map(({ id, name: file, url }) => (
          <a key={id} href={url} className="mt-1 flex items-center gap-1.5 text-accent-ink underline">
            <Paperclip aria-hidden className="size-4 shrink-0" />
            <span className="min-w-0 truncate">{file}</span>
          </a>
        ))}
      </div>
      {read && <span className="text-ink-soft text-xs">{t('composer.read')}</span>}
    </article>
  );
}

function Head({ message, name }: Readonly<{ message: ChatMessage; name: string }>) {
  const t = useTranslations('chat.from');
  const format = useFormatter();
  const { from, author, channel, at } = message;
  const who = from === 'visitor' ? name : (author?.name ?? t(from));
  return (
    <span className="text-ink-soft text-xs">
      {who} · <time dateTime={at}>{format.dateTime(new Date(at), { timeStyle: 'short' })}</time>
      {channel !== 'chat' && ` · ${t(channel)}`}
    </span>
  );
}

function Line({ entry }: Readonly<{ entry: Extract<ChatEntry, { type: 'line' }> }>) {
  const t = useTranslations('chat.line');
  const { kind, person, detail } = entry;
  const words = {
    agent_left: person ? t('agent_left', { person: person.name }) : t('agent_left_nobody'),
    transferred: person ? t('transferred', { person: person.name }) : t('transferred_team'),
    agent_joined: t('agent_joined', { person: person?.name ?? '' }),
    call_promised: t('call_promised', { detail: detail ?? '' }),
    mail_continues: t('mail_continues', { detail: detail ?? '' }),
    transcript_sent: t('transcript_sent', { detail: detail ?? '' }),
    still_there: t('still_there'),
    ended: t('ended'),
  } as const;
  return <p className="text-center text-ink-soft text-sm">{words[kind]}</p>;
}

function Waiting({ word, onAgain }: Readonly<{ word: Pending; onAgain: (word: Pending) => void }>) {
  const t = useTranslations('chat.composer');
  return (
    <article className="flex max-w-[85%] flex-col items-end gap-0.5 self-end">
      <div className="rounded-lg border border-line bg-raised px-3 py-1.5 break-words whitespace-pre-wrap">
        {word.text}
      </div>
      {word.state === 'sending' ? (
        <span className="text-ink-soft text-xs">{t('sending')}</span>
      ) : (
        <span role="alert" className="flex items-center gap-2 text-danger-ink text-xs">
          {t('notSent')}
          <Button variant="link" size="sm" onClick={() => onAgain(word)}>
            {t('again')}
          </Button>
        </span>
      )}
    </article>
  );
}
