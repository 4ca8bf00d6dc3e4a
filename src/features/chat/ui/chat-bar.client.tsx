'use client';

import { ExternalLink, ShieldCheck } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type ReactNode, useTransition } from 'react';
import { toast } from 'sonner';
import { Badge } from '@/ui/badge';
import { Button } from '@/ui/button';
import { declineChatAction, endChatAction, takeChatAction } from '../actions';
import type { ChatDesk } from '../desk-view';
import { HandOver, type TeamChoice } from './hand-over.client';
import { secondsUntil, since, useClock } from './time-left';

type Props = Readonly<{
  workspace: string;
  chat: ChatDesk;
  teams: readonly TeamChoice[];
  mayReply: boolean;
  onChanged: () => void;
  /** What stands at the end of the line, such as a link to the ticket. */
  children?: ReactNode;
}>;

const TONES = { waiting: 'warning', active: 'success', ended: 'neutral' } as const;

/** How a chat stands, on which page the visitor is, and what can be done with it. */
export function ChatBar({ workspace, chat, teams, mayReply, onChanged, children }: Props) {
  const t = useTranslations('chat');
  const { state, there, waitingSince, verified, email } = chat;
  const now = useClock(waitingSince !== null);
  const presence = state === 'ended' || there ? 'here' : 'away';
  return (
    <section
      aria-label={t('bar.label')}
      className="flex flex-col gap-1.5 border-line border-t bg-sunken px-3 py-2"
    >
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
        <Badge tone={TONES[state]}>{state === 'active' ? t('live') : t(`state.${state}`)}</Badge>
        {state !== 'ended' && <span className="text-ink-soft text-sm">{t(`visitor.${presence}`)}</span>}
        {waitingSince && now !== null && (
          <span className="text-sm text-warning-ink tabular-nums">
            {t('waiting.for', { time: since(waitingSince, now) })}
          </span>
        )}
        {verified && (
          <Badge tone="success">
            <ShieldCheck aria-hidden />
            {t('visitor.verified')}
          </Badge>
        )}
        {!verified && email && <span className="min-w-0 truncate text-ink-soft text-sm">{email}</span>}
        <div className="ml-auto flex flex-wrap items-center gap-1.5">
          {mayReply && <Acts workspace={workspace} chat={chat} teams={teams} onChanged={onChanged} />}
          {children}
        </div>
      </div>
      <Facts chat={chat} />
    </section>
  );
}

function Facts({ chat }: Readonly<{ chat: ChatDesk }>) {
  const t = useTranslations('chat.visitor');
  const { page, answers, openedBy, call } = chat;
  return (
    <div className="flex flex-col gap-0.5 text-ink-soft text-sm empty:hidden">
      {page.url && (
        <p className="flex min-w-0 items-center gap-1.5">
          <span className="shrink-0">{t('page')}</span>
          <a
            href={page.url}
            target="_blank"
            rel="noreferrer noopener"
            className="flex min-w-0 items-center gap-1 text-accent-ink underline"
          >
            <span className="min-w-0 truncate">{page.title || page.url}</span>
            <ExternalLink aria-hidden className="size-3.5 shrink-0" />
          </a>
        </p>
      )}
      {openedBy && <p>{t('openedBy', { text: openedBy })}</p>}
      {answers.map(({ label, value }) => (
        <p key={label}>
          {label}: <span className="text-ink">{value}</span>
        </p>
      ))}
      {call && (
        <p>
          {t('call', { phone: call.phone })}
          {call.code && ` · ${t('code', { code: call.code })}`}
        </p>
      )}
    </div>
  );
}

type ActsProps = Omit<Props, 'mayReply' | 'children'>;

function Acts({ workspace, chat, teams, onChanged }: ActsProps) {
  const t = useTranslations('chat');
  const problem = useTranslations('problem');
  const [pending, start] = useTransition();
  const { state, mine, answerBy } = chat;
  const now = useClock(answerBy !== null);
  if (state === 'ended') return null;
  const act = (action: typeof takeChatAction | typeof declineChatAction | typeof endChatAction) =>
    start(async () => {
      const result = await action(workspace, { sessionId: chat.id });
      if (!result.ok) toast.error(problem(result.error.code));
      onChanged();
    });
  const offered = state === 'waiting' && mine && answerBy !== null;
  return (
    <>
      {offered && now !== null && (
        <span className="text-ink-soft text-sm tabular-nums">
          {t('offer.left', { seconds: secondsUntil(answerBy, now) })}
        </span>
      )}
      {(state === 'waiting' || !mine) && (
        <Button
          size="sm"
          variant={state === 'waiting' ? 'primary' : 'secondary'}
          pending={pending}
          onClick={() => act(takeChatAction)}
        >
          {state === 'active' ? t('bar.takeOver') : t(offered ? 'offer.accept' : 'waiting.take')}
        </Button>
      )}
      {offered && (
        <Button size="sm" pending={pending} onClick={() => act(declineChatAction)}>
          {t('offer.decline')}
        </Button>
      )}
      <HandOver workspace={workspace} sessionId={chat.id} teams={teams} onChanged={onChanged} />
      <Button size="sm" pending={pending} onClick={() => act(endChatAction)}>
        {t('bar.end')}
      </Button>
    </>
  );
}
