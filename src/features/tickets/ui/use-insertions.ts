import { useEffect, useRef } from 'react';
import type { ReplyStatus } from '@/domain/ticket/reply';
import { type Insertion, useSnippets } from '@/ui/snippets';
import type { DraftKind } from '../inputs';
import type { Draft } from './use-draft';

type Spec = Readonly<{
  reply: Draft;
  note: Draft;
  onOpen: (kind: DraftKind) => void;
  onStatus: (status: ReplyStatus) => void;
}>;

/** Takes texts from elsewhere on the page into the composer: behind what stands there, which is never replaced. */
export function useInsertions(spec: Spec): void {
  const snippets = useSnippets();
  const latest = useRef(spec);
  useEffect(() => {
    latest.current = spec;
  });
  const onInsert = snippets?.onInsert;
  useEffect(() => {
    function take({ kind, html, status }: Insertion): void {
      const { onOpen, onStatus } = latest.current;
      const draft = latest.current[kind];
      const written = draft.latest.current;
      draft.replace({ ...written, html: isBlank(written.html) ? html : `${written.html}${html}` });
      draft.change(() => ({}));
      if (status) onStatus(status);
      onOpen(kind);
    }
    return onInsert?.(take);
  }, [onInsert]);
}

const isBlank = (html: string): boolean =>
  html.replace(/<[^>]*>|&nbsp;|\s/g, '') === '' && !html.includes('<img');
