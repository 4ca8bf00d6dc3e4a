'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useMemo, useRef } from 'react';
import { toast } from 'sonner';
import { matchMacros } from '@/domain/macro/match-macros';
import { type Insertion, type Snippet, SnippetContext } from '@/ui/snippets';
import type { MacroChoice } from '../queries';
import { fetchMacros, fetchText } from './fetch-macros';

type Props = Readonly<{
  workspace: string;
  ticketId: string;
  /** The language in which the customer reads, when it is known. */
  language: string | null;
  children: ReactNode;
}>;

/** Gives the composer of a ticket the canned replies, and the picker of macros a way into the composer. */
export function MacroProvider({ workspace, ticketId, language, children }: Props) {
  const t = useTranslations('macro');
  const hearers = useRef(new Set<(text: Insertion) => void>());
  const known = useRef<Promise<readonly MacroChoice[]> | null>(null);
  const value = useMemo(() => {
    const all = () => {
      known.current ??= fetchMacros(workspace);
      return known.current;
    };
    return {
      words: {
        list: t('snippets.list'),
        none: t('snippets.none'),
        failed: t('snippets.failed'),
        choose: t('snippets.choose'),
      },
      find: async (kind: 'reply' | 'note', typed: string) => {
        const macros = (await all()).filter((each) => each.languages.length > 0);
        const fitting = macros.filter(({ textKind }) => textKind === 'reply' || kind === 'note');
        return matchMacros(fitting, typed).map((macro) => snippetOf(macro, language));
      },
      take: async (id: string) => {
        const text = await fetchText(workspace, { id, ticketId });
        if (!text) toast.error(t('snippets.failed'));
        return text?.html ?? null;
      },
      insert: (text: Insertion) => {
        for (const hear of hearers.current) hear(text);
      },
      onInsert: (hear: (text: Insertion) => void) => {
        hearers.current.add(hear);
        return () => {
          hearers.current.delete(hear);
        };
      },
    };
  }, [workspace, ticketId, language, t]);
  return <SnippetContext value={value}>{children}</SnippetContext>;
}

/** Marked with its language when it is not there in the one that the customer reads. */
function snippetOf({ id, name, shortcut, folder, languages }: MacroChoice, language: string | null): Snippet {
  const foreign = language !== null && !languages.includes(language);
  const mark = foreign ? languages.join(' ').toUpperCase() : null;
  return { id, title: name, shortcut, group: folder, mark };
}
