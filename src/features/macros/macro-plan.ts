import type { ActionKind, TicketAction } from '@/domain/action/action';
import { type ActionPatch, decideActions } from '@/domain/action/decide-actions';
import { textAsHtml } from '@/domain/channel/text-as-html';
import { isTicketField, ticketFieldName } from '@/domain/condition/own-fields';
import { mayOnTicket } from '@/domain/permission/can';
import { fillTemplate } from '@/domain/template/fill-template';
import { fromTemplates } from '@/features/checklists/commands/from-templates';
import type { NewChecklist } from '@/features/checklists/commands/write-checklist';
import { fieldDefinitions } from '@/features/fields/commands/field-definitions';
import { ownNames } from '@/features/fields/commands/own-choices';
import type { StaffContext } from '@/server/context';
import type { Db, Tx } from '@/server/db/client';
import { templateFacts } from './commands/template-facts';
import type { StoredMacro } from './macro-rows';
import { type FilledMacroText, filledText } from './macro-text';
import type { MacroTicket } from './visible-ticket';

/** Why an action is left out: the actor may not, or whom or what it names is gone. */
export type Skipped = Readonly<{ kind: ActionKind | 'text'; why: 'closed' | 'forbidden' | 'gone' }>;

/** What a macro would do to one ticket. */
export type MacroPlan = Readonly<{
  patch: ActionPatch;
  /** HTML of the notes that it writes, its own text among them when that is a note. */
  notes: readonly string[];
  /** Checklists that it puts on the ticket, from their templates. */
  checklists: readonly NewChecklist[];
  /** Its text when it is an answer to the customer, for the composer. */
  reply: FilledMacroText | null;
  skipped: readonly Skipped[];
  /** Names of the people and teams that the patch points at, by id. */
  names: Readonly<Record<string, string>>;
}>;

type Asked = Readonly<{ macro: StoredMacro; ticket: MacroTicket }>;

/** Works out what a macro does here: what is allowed, with texts filled in. Changes nothing. */
export async function planMacro(
  db: Db | Tx,
  ctx: StaffContext,
  { macro, ticket }: Asked,
): Promise<MacroPlan> {
  const names = await namesOf(db, ctx, macro.actions);
  const whyNot = (action: TicketAction) => refusal(action, { ctx, ticket, names });
  const skipped: Skipped[] = macro.actions.flatMap((action) => {
    const why = whyNot(action);
    return why ? [{ kind: action.kind, why }] : [];
  });
  const allowed = macro.actions.filter((action) => whyNot(action) === null);
  const { patch, others } = decideActions(allowed, { me: ctx.actor.id });
  const facts = await templateFacts(db, ctx, { ticketId: ticket.id });
  const fill = (text: string) => fillTemplate(text, facts?.facts ?? {}, { unfilled: 'drop' }).text;
  const written = others.flatMap((action) => (action.kind === 'note' ? [textAsHtml(fill(action.text))] : []));
  const started = others.flatMap((action) => (action.kind === 'add_checklist' ? [action.templateId] : []));
  const checklists = await fromTemplates(db, ctx, started);
  const text = await filledText(db, ctx, { macro, ticketId: ticket.id });
  const isReply = text?.kind === 'reply';
  const maySend = ticket.status !== 'closed' && mayOnTicket(ctx.actor, 'ticket.reply', ticket);
  const cannotSend = { kind: 'text', why: ticket.status === 'closed' ? 'closed' : 'forbidden' } as const;
  return {
    patch: patch.subject === undefined ? patch : { ...patch, subject: fill(patch.subject) },
    notes: [...written, ...(text && !isReply ? [text.html] : [])],
    checklists,
    reply: isReply && maySend ? text : null,
    skipped: [...skipped, ...(isReply && !maySend ? [cannotSend] : [])],
    names,
  };
}

type World = Readonly<{ ctx: StaffContext; ticket: MacroTicket; names: MacroPlan['names'] }>;

function refusal(action: TicketAction, { ctx, ticket, names }: World): Skipped['why'] | null {
  if (action.kind === 'note') return null;
  if (ticket.status === 'closed') return 'closed';
  if (!mayOnTicket(ctx.actor, 'ticket.update', ticket)) return 'forbidden';
  const pointsAt = idIn(action);
  if (pointsAt === 'me') return ctx.actor.id ? null : 'gone';
  return pointsAt === null || names[pointsAt] !== undefined ? null : 'gone';
}

function idIn(action: TicketAction): string | null {
  if (action.kind === 'set_team') return action.teamId;
  if (action.kind === 'add_checklist') return action.templateId;
  if (action.kind === 'set_field') return ticketFieldName(action.fieldId);
  return action.kind === 'assign' && action.to !== 'nobody' ? action.to : null;
}

/** The fields of tickets that are in use, and their options, by the ids that conditions know them by. */
async function ownNamesOf(db: Db | Tx, workspaceId: string): Promise<Readonly<Record<string, string>>> {
  const [workspace, definitions] = await Promise.all([
    db.workspace.findUniqueOrThrow({ where: { id: workspaceId }, select: { locale: true } }),
    fieldDefinitions(db, { workspaceId, entity: 'ticket' }),
  ]);
  const named = definitions
    .filter(({ archived }) => !archived)
    .flatMap((field) => ownNames(field, workspace.locale));
  return Object.fromEntries(named.map(({ id, name }) => [id, name]));
}

/** Names of the active members, the templates and the teams that actions point at, and the actor's own. */
async function namesOf(db: Db | Tx, { workspaceId, actor }: StaffContext, actions: readonly TicketAction[]) {
  const ids = actions.map(idIn).filter((id) => id !== null && id !== 'me');
  const wanted = ids.filter((id): id is string => id !== null && !isTicketField(id));
  const own = ids.some((id) => id !== null && isTicketField(id)) ? await ownNamesOf(db, workspaceId) : {};
  const me = { ...own, ...(actor.id && { [actor.id]: actor.name }) };
  if (wanted.length === 0) return me;
  const [teams, templates, people] = await Promise.all([
    db.team.findMany({ where: { workspaceId, id: { in: wanted } }, select: { id: true, name: true } }),
    db.checklistTemplate.findMany({
      where: { workspaceId, id: { in: wanted } },
      select: { id: true, name: true },
    }),
    db.membership.findMany({
      where: { workspaceId, userId: { in: wanted }, deactivatedAt: null },
      select: { userId: true, user: { select: { name: true } } },
    }),
  ]);
  return {
    ...me,
    ...Object.fromEntries([...teams, ...templates].map(({ id, name }) => [id, name])),
    ...Object.fromEntries(people.map(({ userId, user }) => [userId, user.name])),
  };
}
