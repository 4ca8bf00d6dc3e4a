import { fromTemplates } from '@/features/checklists/commands/from-templates';
import { putChecklist } from '@/features/checklists/commands/put-checklist';
import { type Acting, type Ended, failed, ticketOf } from './acting';

/** Puts a checklist from a template on the ticket, for people to tick off. */
export async function startChecklist(acting: Acting, templateId: string): Promise<Ended> {
  const { tx, ctx } = acting;
  const ticket = await ticketOf(acting);
  const [list] = await fromTemplates(tx, ctx, [templateId]);
  if (!list) return failed('rule.gone');
  return (await putChecklist(tx, ctx, { ticket, list }))
    ? { ok: true, detail: list.title }
    : failed('checklist.full');
}
