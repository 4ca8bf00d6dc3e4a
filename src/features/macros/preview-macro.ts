import { htmlToText } from '@/channels/lib/html';
import { ticketFieldName } from '@/domain/condition/own-fields';
import type { StaffContext } from '@/server/context';
import { planMacro } from './macro-plan';
import { findMacro } from './macro-rows';
import type { FilledMacroText } from './macro-text';
import { visibleTicket } from './visible-ticket';

export type FieldPreview = Readonly<{
  field: 'status' | 'priority' | 'type' | 'language' | 'subject' | 'assignee' | 'team';
  /** A code for choices, a name for people and teams; null for nobody and none. */
  from: string | null;
  to: string | null;
}>;

/** What a macro would change on a ticket, before it does. */
export type MacroPreview = Readonly<{
  id: string;
  name: string;
  fields: readonly FieldPreview[];
  /** The workspace's own fields that it sets, by name, with what they will hold; null empties one. */
  own: readonly Readonly<{ name: string; to: string | null }>[];
  addTags: readonly string[];
  removeTags: readonly string[];
  /** The titles of the checklists that it puts on the ticket. */
  checklists: readonly string[];
  /** The notes that it writes, as plain text. */
  notes: readonly string[];
  /** The answer that it puts into the composer, as plain text. */
  reply: Readonly<{ text: string; language: string; wanted: string; open: readonly string[] }> | null;
  skipped: readonly Readonly<{ kind: string; why: 'closed' | 'forbidden' | 'gone' }>[];
}>;

/** What applying would do now; null when macro or ticket are not the actor's to use. */
export async function previewMacro(
  ctx: StaffContext,
  { macroId, ticketId }: Readonly<{ macroId: string; ticketId: string }>,
): Promise<MacroPreview | null> {
  const macro = await findMacro(ctx.db, ctx, macroId);
  const ticket = macro?.active ? await visibleTicket(ctx.db, ctx, ticketId) : null;
  if (!macro || !ticket) return null;
  const { patch, notes, checklists, reply, skipped, names } = await planMacro(ctx.db, ctx, { macro, ticket });
  const plain = (['status', 'priority', 'type', 'language', 'subject'] as const).map((field) => ({
    field,
    from: ticket[field],
    to: patch[field],
  }));
  const named = [
    { field: 'assignee', from: ticket.assignee, to: nameOf(patch.assigneeId, names) } as const,
    { field: 'team', from: ticket.team, to: nameOf(patch.teamId, names) } as const,
  ];
  const fields = [...plain, ...named].flatMap(({ field, from, to }) =>
    to === undefined || to === from ? [] : [{ field, from, to }],
  );
  return {
    id: macro.id,
    name: macro.name,
    fields,
    own: Object.entries(patch.own ?? {}).map(([id, to]) => ownPreview(names, { id, to })),
    addTags: (patch.addTags ?? []).filter((tag) => !ticket.tags.includes(tag)),
    removeTags: (patch.removeTags ?? []).filter((tag) => ticket.tags.includes(tag)),
    checklists: checklists.map(({ title }) => title),
    notes: notes.map(htmlToText),
    reply: reply && { ...answerOf(reply), text: htmlToText(reply.html) },
    skipped,
  };
}

const answerOf = ({ language, wanted, open }: FilledMacroText) => ({ language, wanted, open });

const nameOf = (id: string | null | undefined, names: Readonly<Record<string, string>>) =>
  id ? (names[id] ?? null) : id;

function ownPreview(
  names: Readonly<Record<string, string>>,
  { id, to }: Readonly<{ id: string; to: string }>,
): MacroPreview['own'][number] {
  const field = ticketFieldName(id);
  const words = to.split(',').map((each) => names[`${field}.${each}`] ?? each);
  return { name: names[field] ?? id, to: to === '' ? null : words.join(', ') };
}
