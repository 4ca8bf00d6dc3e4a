'use client';

import { Volume2, VolumeX } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useTransition } from 'react';
import { toast } from 'sonner';
import { Button } from '@/ui/button';
import { takeChatAction } from '../actions';
import type { ChatCard } from '../desk-view';
import { useChats } from './chats-provider.client';
import { useSound } from './sound';
import { since, useClock } from './time-left';

/** Who waits for anybody, the longest waiting first. */
export function WaitingList() {
  const t = useTranslations('chat.waiting');
  const { waiting } = useChats();
  return (
    <section aria-label={t('title')} className="flex min-w-56 flex-col gap-2 sm:w-64 sm:shrink-0">
      <h2 className="font-semibold">{t('title')}</h2>
      {waiting.length === 0 && <p className="text-ink-soft">{t('none')}</p>}
      <ul className="flex flex-col gap-2">
        {waiting.map((chat) => (
          <WaitingLine key={chat.id} chat={chat} />
        ))}
      </ul>
    </section>
  );
}

function WaitingLine({ chat }: Readonly<{ chat: ChatCard }>) {
  const t = useTranslations('chat.waiting');
  const problem = useTranslations('problem');
  const { workspace, reload } = useChats();
  const [pending, start] = useTransition();
  const now = useClock();
  const take = () =>
    start(async () => {
      const result = await takeChatAction(workspace, { sessionId: chat.id });
      if (!result.ok) toast.error(problem(result.error.code));
      reload();
    });
  return (
    <li className="flex flex-col gap-1 rounded-lg border border-line bg-raised p-3">
      <p className="flex items-baseline gap-2">
        <span className="min-w-0 flex-1 truncate font-medium">{chat.name}</span>
        {chat.waitingSince && now !== null && (
          <span className="text-sm text-warning-ink tabular-nums">{since(chat.waitingSince, now)}</span>
        )}
      </p>
      <p className="line-clamp-2 text-ink-soft text-sm">{chat.preview}</p>
      <Button size="sm" className="self-start" pending={pending} onClick={take}>
        {t('take')}
        <span className="sr-only">: {chat.name}</span>
      </Button>
    </li>
  );
}

/** Switches the sound for new words on and off, in this browser. */
export function SoundSwitch() {
  const t = useTranslations('chat.notice');
  const { on, toggle } = useSound();
  return (
    <Button variant="ghost" aria-pressed={on} onClick={toggle}>
      {on ? <Volume2 aria-hidden /> : <VolumeX aria-hidden />}
      {t('sound')}
    </Button>
  );
}
