import type { z } from 'zod';
import { textAsHtml } from '@/domain/channel/text-as-html';
import type { FieldDraft, TypedValue } from '@/domain/field/draft';
import type { Priority, TicketType } from '@/domain/ticket/ticket';
import type { createTicketInput } from '../../inputs';

/** What stands in the form, as it is typed and kept. */
export type NewTicketDraft = Readonly<{
  requester: string;
  name: string;
  /** True when the requester was chosen from the customers. */
  known: boolean;
  subject: string;
  message: string;
  kind: string;
  channel: string;
  priority: string;
  type: string;
  teamId: string;
  assigneeId: string;
  tags: string;
  /** Of the workspace's own fields, by their ids. */
  own: Readonly<Record<string, TypedValue>>;
}>;

export const EMPTY_DRAFT: NewTicketDraft = {
  requester: '',
  name: '',
  known: false,
  subject: '',
  message: '',
  kind: 'inbound',
  channel: 'phone',
  priority: 'normal',
  type: 'question',
  teamId: '',
  assigneeId: '',
  tags: '',
  own: {},
};

type Input = z.input<typeof createTicketInput>;

/**
 * The draft as the action takes it, with what stands in the own fields that are shown. A message to the customer always
 * leaves by e-mail.
 */
export function inputOf(draft: NewTicketDraft, { shown, typed }: FieldDraft): Input {
  return {
    requester: { email: draft.requester.trim(), name: draft.name.trim() },
    subject: draft.subject,
    html: draft.message.trim() === '' ? '' : textAsHtml(draft.message),
    kind: draft.kind as 'inbound' | 'public' | 'note',
    channel: draft.kind === 'public' ? 'email' : (draft.channel as 'phone' | 'web' | 'email'),
    priority: draft.priority as Priority,
    type: draft.type as TicketType,
    teamId: draft.teamId || null,
    assigneeId: draft.assigneeId || null,
    tags: draft.tags
      .split(',')
      .map((tag) => tag.trim())
      .filter(Boolean),
    fields: Object.fromEntries(shown.map(({ id }) => [id, typed[id]])),
  };
}
