'use client';

import { CloudOff, MailWarning } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '@/ui/button';
import { classNames } from '@/ui/class-names';
import { shownPicture } from '../uploaded-picture';
import { outboxOf, useUnsent } from './device-outbox';
import { say } from './say';
import { useStage } from './stage.client';
import { Words } from './words';

type Props = Readonly<{ workspace: string; ticketId: string; userId: string }>;

/** What was written on this ticket and has not reached the server: it waits, or was refused and says why. */
export function UnsentMessages({ workspace, ticketId, userId }: Props) {
  const t = useTranslations('ticket.unsent');
  const problem = useTranslations('problem');
  const { giveBack } = useStage();
  const here = useUnsent(workspace, userId).filter((each) => each.ticketId === ticketId);
  const takeBack = async (messageId: string) => {
    const taken = await outboxOf(workspace, userId).take(messageId);
    if (taken) giveBack(taken.kind, taken.words);
    else say(t('gone'));
  };
  return here.map(({ messageId, author, kind, refused, words }) => (
    <li key={messageId}>
      <article
        className={classNames(
          'rounded-lg border border-dashed p-4',
          refused ? 'border-danger/50' : 'border-line-strong',
        )}
      >
        <h3 className="truncate font-semibold text-ink">
          {kind === 'note' ? t('noteBy', { name: author }) : author}
        </h3>
        <div className="mt-2 max-w-[80ch] text-ink">
          <Words html={shownPicture(workspace, words.html)} />
        </div>
        <div className="mt-3 flex flex-wrap items-center justify-between gap-2">
          <p
            className={classNames(
              'flex min-w-0 items-center gap-2 text-sm',
              refused ? 'text-danger-ink' : 'text-ink-soft',
            )}
          >
            {refused ? (
              <MailWarning aria-hidden className="size-4 shrink-0" />
            ) : (
              <CloudOff aria-hidden className="size-4 shrink-0" />
            )}
            {refused ? t('refused', { why: problem(refused as never) }) : t('waits')}
          </p>
          <Button size="sm" onClick={() => void takeBack(messageId)}>
            {t('takeBack')}
          </Button>
        </div>
      </article>
    </li>
  ));
}
