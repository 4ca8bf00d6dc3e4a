import { type MacroContent, textFor } from '@/domain/macro/macro';
import { fillTemplate } from '@/domain/template/fill-template';
import type { Locale } from '@/i18n/locales';
import type { StaffContext } from '@/server/context';
import type { Db, Tx } from '@/server/db/client';
import { templateFacts } from './commands/template-facts';

/** A macro's text for one ticket. Places that could not be filled still stand in it as `{{…}}`. */
export type FilledMacroText = Readonly<{
  kind: 'reply' | 'note';
  html: string;
  /** The language in which it is, and the one in which the customer reads. */
  language: Locale;
  wanted: Locale;
  /** Names of variables that have no value here. */
  open: readonly string[];
}>;

type Asked = Readonly<{ macro: Pick<MacroContent, 'textKind' | 'texts'>; ticketId: string }>;

/**
 * The text in the customer's language, or in the best that there is, with its variables filled in that same language; a
 * note is for the team. Null when the macro says nothing or the ticket is not there.
 */
export async function filledText(
  db: Db | Tx,
  ctx: StaffContext,
  { macro, ticketId }: Asked,
): Promise<FilledMacroText | null> {
  if (Object.keys(macro.texts).length === 0) return null;
  const wanted = await templateFacts(db, ctx, { ticketId });
  const workspace = await db.workspace.findUnique({
    where: { id: ctx.workspaceId },
    select: { locale: true },
  });
  const text = wanted && textFor(macro.texts, wanted.language, workspace?.locale ?? '');
  if (!wanted || !text) return null;
  const { language, html } = text;
  const same = language === wanted.language;
  const known = same ? wanted : await templateFacts(db, ctx, { ticketId, language });
  const filled = fillTemplate(html, known?.facts ?? {}, { html: true });
  return {
    kind: macro.textKind,
    html: filled.text,
    language,
    wanted: wanted.language,
    open: [...filled.empty, ...filled.unknown],
  };
}
