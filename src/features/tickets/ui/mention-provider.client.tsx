'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useMemo, useRef } from 'react';
import { matchMentions } from '@/domain/ticket/match-mentions';
import { MentionContext, type Mentioned } from '@/ui/mentions';
import type { Mentionable } from '../mentionable';

type Props = Readonly<{ workspace: string; ticketId: string; children: ReactNode }>;

/** Gives the notes of a ticket whom they can mention; asked for at the first @, and once. */
export function MentionProvider({ workspace, ticketId, children }: Props) {
  const t = useTranslations('ticket.mention');
  const known = useRef<Promise<readonly Mentioned[] | null> | null>(null);
  const value = useMemo(
    () => ({
      words: { list: t('list'), none: t('none'), choose: t('choose'), team: t('team') },
      find: async (typed: string) => {
        known.current ??= fetchMentionable(workspace, ticketId);
        const all = await known.current;
        if (!all) known.current = null;
        return matchMentions(all ?? [], typed);
      },
    }),
    [workspace, ticketId, t],
  );
  return <MentionContext value={value}>{children}</MentionContext>;
}

/** People before teams; null where the server cannot be reached. */
async function fetchMentionable(workspace: string, ticketId: string): Promise<readonly Mentioned[] | null> {
  const answer = await fetch(`/api/desk/${workspace}/tickets/${ticketId}/mentionable`).catch(() => null);
  if (!answer?.ok) return null;
  const { people, teams }: Mentionable = await answer.json();
  return [
    ...people.map((one) => ({ ...one, kind: 'user' as const })),
    ...teams.map((one) => ({ ...one, kind: 'team' as const })),
  ];
}
