import { cleanHtml, htmlToText } from '@/channels/lib/html';
import type { TicketAction } from '@/domain/action/action';
import { decideActions } from '@/domain/action/decide-actions';
import { fillTemplate } from '@/domain/template/fill-template';
import { templateFacts } from '@/features/macros/commands/template-facts';
import { patchTicket, sayOnTicket } from '@/features/tickets/commands/act-on-ticket';
import { type Acting, type Ended, failed, notSet, type Step, ticketOf } from './acting';
import { sendWords } from './mail-customer';
import { startChecklist } from './start-checklist';
import { systemMessage } from './system-message';

/** Does what a macro of everybody's or of a team does: its changes, its notes, and its text as a mail or a note. */
export async function useMacro(acting: Acting, { action, index }: Step<'apply_macro'>): Promise<Ended> {
  const { tx, ctx, ticketId } = acting;
  const macro = await tx.macro.findFirst({
    where: { workspaceId: ctx.workspaceId, id: action.macroId, active: true, audience: { not: 'personal' } },
    select: { name: true, actions: true, textKind: true, texts: { select: { locale: true, html: true } } },
  });
  if (!macro) return failed('rule.gone');
  const { patch, others } = decideActions(macro.actions as unknown as TicketAction[], { me: null });
  // First the lists: one that must be done holds up a macro that solves as well.
  const refused = await startLists(acting, others);
  if (refused) return refused;
  const patched = await patchTicket(tx, ctx, { ticketId, patch });
  if (!patched.ok) return notSet(acting, patched.error);
  for (const other of others) if (other.kind === 'note') await addNote(acting, other.text);

  const texts = Object.fromEntries(
    macro.texts.map(({ locale, html }) => [locale, htmlToText(cleanHtml(html))]),
  );
  if (Object.keys(texts).length === 0) return { ok: true, detail: macro.name };
  if (macro.textKind === 'note') {
    await addNote(acting, Object.values(texts)[0] ?? '');
    return { ok: true, detail: macro.name };
  }
  const sent = await sendWords(acting, { subjects: {}, texts }, index);
  return sent.ok ? { ok: true, detail: macro.name } : sent;
}

/** Why one of the checklists that a macro starts cannot be; null where all are. */
async function startLists(acting: Acting, actions: readonly TicketAction[]): Promise<Ended | null> {
  for (const action of actions) {
    const started = action.kind === 'add_checklist' ? await startChecklist(acting, action.templateId) : null;
    if (started && !started.ok) return started;
  }
  return null;
}

/** Puts a note on the ticket, its places filled. */
export async function addNote(acting: Acting, template: string): Promise<void> {
  const { tx, ctx, ticketId } = acting;
  const ticket = await ticketOf(acting);
  const known = await templateFacts(tx, ctx, { ticketId });
  const { text } = fillTemplate(template, known?.facts ?? {}, { unfilled: 'drop' });
  const message = systemMessage(ctx, { direction: 'note', channel: ticket.channel, text: text.trim() });
  await sayOnTicket(tx, ctx, { ticket, message });
}
