'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useTransition } from 'react';
import { toast } from 'sonner';
import { Button } from '@/ui/button';
import { declineChatAction, takeChatAction } from '../actions';
import type { ChatCard } from '../desk-view';
import { useChats } from './chats-provider.client';
import { secondsUntil, useClock } from './time-left';

/** Chats that routing has given to the reader, with how long they still have to take them. */
export function ChatOffers() {
  const { mine } = useChats();
  const offered = mine.filter(({ state, answerBy }) => state === 'waiting' && answerBy !== null);
  return (
    <div
      role="status"
      className="pointer-events-none fixed inset-x-4 top-14 z-30 flex flex-col items-end gap-2 sm:left-auto sm:w-80"
    >
      {offered.map((chat) => (
        <Offer key={chat.id} chat={chat} />
      ))}
    </div>
  );
}

function Offer({ chat }: Readonly<{ chat: ChatCard }>) {
  const t = useTranslations('chat.offer');
  const problem = useTranslations('problem');
  const { workspace, reload } = useChats();
  const router = useRouter();
  const [pending, start] = useTransition();
  const now = useClock();
  const answer = (accept: boolean) =>
    start(async () => {
      const act = accept ? takeChatAction : declineChatAction;
      const result = await act(workspace, { sessionId: chat.id });
      if (!result.ok) toast.error(problem(result.error.code));
      else if (accept) router.push(`/${workspace}/desk/tickets/${chat.ticketNumber}`);
      reload();
    });
  return (
    <section
      aria-label={t('title', { name: chat.name })}
      className="appear pointer-events-auto w-full rounded-lg border border-line bg-raised p-3 shadow-raised"
    >
      <p className="font-semibold">{t('title', { name: chat.name })}</p>
      <p className="line-clamp-2 text-ink-soft text-sm">{chat.preview}</p>
      <div className="mt-2 flex items-center gap-2">
        <Button variant="primary" size="sm" pending={pending} onClick={() => answer(true)}>
          {t('accept')}
        </Button>
        <Button size="sm" pending={pending} onClick={() => answer(false)}>
          {t('decline')}
        </Button>
        {chat.answerBy && now !== null && (
          <span aria-hidden className="ml-auto text-ink-soft text-sm tabular-nums">
            {t('left', { seconds: secondsUntil(chat.answerBy, now) })}
          </span>
        )}
      </div>
    </section>
  );
}
