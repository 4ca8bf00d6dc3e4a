import type { TicketPatch } from '@/domain/ticket/update';
import { ASSIGN_TO, type TicketAction } from './action';

/** What actions set on a ticket. Tags are names, to add to and to take from those that are there. */
export type ActionPatch = Omit<TicketPatch, 'tagIds' | 'requesterId' | 'fields'> &
  Readonly<{
    addTags?: readonly string[];
    removeTags?: readonly string[];
    /** Of the workspace's own fields, by their ids, as typed. */
    own?: Readonly<Record<string, string>>;
  }>;

type World = Readonly<{
  /** Whoever applies them; null for a rule, for which `me` assigns nobody. */
  me: string | null;
}>;

/** What one action sets on its ticket; null for one that does something else, such as sending a mail. */
export function patchOf(action: TicketAction, { me }: World): ActionPatch | null {
  switch (action.kind) {
    case 'set_status':
      return { status: action.status };
    case 'set_priority':
      return { priority: action.priority };
    case 'set_type':
      return { type: action.type };
    case 'set_language':
      return { language: action.language };
    case 'set_subject':
      return { subject: action.subject };
    case 'set_spam':
      return { spam: action.spam };
    case 'set_team':
      return { teamId: action.teamId };
    case 'assign':
      return { assigneeId: assigneeOf(action.to, me) };
    case 'set_field':
      return { own: { [action.fieldId]: action.value } };
    case 'add_tags':
      return { addTags: action.tags };
    case 'remove_tags':
      return { removeTags: action.tags };
    default:
      return null;
  }
}

function assigneeOf(to: string, me: string | null): string | null {
  if (to === ASSIGN_TO.nobody) return null;
  return to === ASSIGN_TO.me ? me : to;
}

/** Two patches one after the other: the later value stands, and a tag goes by what was last said of it. */
export function patchedTwice(one: ActionPatch, other: ActionPatch): ActionPatch {
  const without = (tags: readonly string[] = [], gone: readonly string[] = []) =>
    tags.filter((tag) => !gone.includes(tag));
  return {
    ...one,
    ...other,
    ...((one.own || other.own) && { own: { ...one.own, ...other.own } }),
    addTags: [...without(one.addTags, other.removeTags), ...without(other.addTags, one.addTags)],
    removeTags: [...without(one.removeTags, other.addTags), ...without(other.removeTags, one.removeTags)],
  };
}

/** All that these actions set, taken together, and what else they do, in their order. */
export function decideActions(
  actions: readonly TicketAction[],
  world: World,
): Readonly<{ patch: ActionPatch; others: readonly TicketAction[] }> {
  let patch: ActionPatch = {};
  const others: TicketAction[] = [];
  for (const action of actions) {
    const set = patchOf(action, world);
    if (set) patch = patchedTwice(patch, set);
    else others.push(action);
  }
  return { patch, others };
}
