import type { Editor } from '@tiptap/react';
import { useLocale } from 'next-intl';
import { useEffect } from 'react';
import type { DraftKind } from '../inputs';
import { quotationHtml } from '../quotation';
import type { TicketPlace } from './composer-props';
import { type Said, useStage } from './stage.client';

/** Which quotations stand in a text already, also when the composer was closed and opened again since. */
const taken = new WeakSet<Said>();

/** Opens the composer for what is to be quoted, while it is there. */
export function useQuotable(onQuote: () => void, isOn: boolean): void {
  const { quoting, setQuotable } = useStage();
  useEffect(() => {
    setQuotable(isOn);
    return () => setQuotable(false);
  }, [isOn, setQuotable]);
  useEffect(() => {
    if (quoting && !taken.has(quoting)) onQuote();
  });
}

export type Quoting = Readonly<{
  said: Said | null;
  /** Of whom reads it; null for the writer's own. */
  language: string | null;
  timeZone: string;
}>;

/** What is to be quoted in an answer, which the customer reads, or in a note, which colleagues do. */
export function useQuoted(kind: DraftKind, place: TicketPlace): Quoting {
  const { quoting: said } = useStage();
  const { language, timeZone } = kind === 'reply' ? place.reader : COLLEAGUES;
  return { said, language, timeZone: timeZone ?? place.timeZone };
}

const COLLEAGUES = { language: null, timeZone: null };

/** Puts what is to be quoted behind the cursor, with who said it and when; nothing that stands there is replaced. */
export function useQuoting(editor: Editor | null, quoting: Quoting | undefined): void {
  const locale = useLocale();
  useEffect(() => {
    if (!editor || !quoting?.said || taken.has(quoting.said)) return;
    const { said, language, timeZone } = quoting;
    taken.add(said);
    const at = new Intl.DateTimeFormat(language ?? locale, {
      dateStyle: 'medium',
      timeStyle: 'short',
      timeZone,
    });
    const html = quotationHtml({ ...said, at: at.format(new Date(said.at)) });
    editor.chain().insertContentAt(editor.state.selection.to, html).focus().scrollIntoView().run();
  }, [editor, quoting, locale]);
}
