import type { TicketAction } from '@/domain/action/action';
import type { Actor } from '@/domain/permission/actor';
import { may } from '@/domain/permission/can';

export const MACRO_AUDIENCES = ['personal', 'team', 'everyone'] as const;
export type MacroAudience = (typeof MACRO_AUDIENCES)[number];

export const MACRO_TEXT_KINDS = ['reply', 'note'] as const;
type MacroTextKind = (typeof MACRO_TEXT_KINDS)[number];

/** Text by language, as HTML. */
export type MacroTexts = Readonly<Partial<Record<'en' | 'hu' | 'lv', string>>>;

/** Whose a macro is: its owner's, its team's, or everybody's. */
export type MacroOwnership = Readonly<{
  audience: MacroAudience;
  ownerId: string | null;
  teamId: string | null;
}>;

/** What a macro does and says. */
export type MacroContent = Readonly<{
  id: string;
  name: string;
  actions: readonly TicketAction[];
  textKind: MacroTextKind;
  texts: MacroTexts;
}>;

/** Teams of which somebody is a lead, by id. */
export type Leading = Readonly<{ leads: readonly string[] }>;

/**
 * True when this macro stands in the actor's list. Whoever may change a macro of a team sees it too, also from outside of
 * the team.
 */
export function maySeeMacro(actor: Actor, macro: MacroOwnership): boolean {
  if (macro.audience === 'everyone') return may(actor, 'ticket.note');
  if (actor.kind !== 'user') return actor.kind === 'system' && macro.audience === 'team';
  if (macro.audience === 'personal') return actor.id !== null && actor.id === macro.ownerId;
  return may(actor, 'macro.manage') || (macro.teamId !== null && actor.teamIds.includes(macro.teamId));
}

/** True when the actor may change or delete it: one's own, a team's as its lead, and all shared ones as a manager. */
export function mayChangeMacro(actor: Actor, macro: MacroOwnership, { leads }: Leading): boolean {
  if (!maySeeMacro(actor, macro)) return false;
  if (macro.audience === 'personal') return true;
  if (may(actor, 'macro.manage')) return true;
  return macro.audience === 'team' && macro.teamId !== null && leads.includes(macro.teamId);
}

/** The text for a reader of this language; where there is none, that of the workspace, then English, then any. */
export function textFor(
  texts: MacroTexts,
  wanted: 'en' | 'hu' | 'lv',
  usual: string,
): Readonly<{ language: 'en' | 'hu' | 'lv'; html: string }> | null {
  const order = [wanted, usual, 'en', 'hu', 'lv'] as const;
  for (const language of order) {
    const html = texts[language as 'en'];
    if (html) return { language: language as 'en', html };
  }
  return null;
}
