import type { FieldDefinition } from '@/domain/field/field';
import type { FormItem, FormLocale, FormTexts } from '@/domain/form/form';
import type { Priority, TicketType } from '@/domain/ticket/ticket';
import { fieldDefinitions } from '@/features/fields/commands/field-definitions';
import type { Db, Tx } from '@/server/db/client';

/** A form with all that showing it and taking what is sent need. */
export type FormFacts = Readonly<{
  workspaceId: string;
  id: string;
  publicKey: string;
  name: string;
  enabled: boolean;
  inPortal: boolean;
  teamId: string | null;
  items: readonly FormItem[];
  texts: Readonly<Record<FormLocale, FormTexts>>;
  allowedOrigins: readonly string[];
  priority: Priority;
  type: TicketType;
  tags: readonly string[];
  workspace: Readonly<{
    name: string;
    slug: string;
    locale: string;
    timeZone: string;
    /** The brand that the portal has been given; null while it stands as shipped. */
    portalSettings: Readonly<{ accent: string }> | null;
  }>;
}>;

export type ShownForm = FormFacts & Readonly<{ definitions: readonly FieldDefinition[] }>;

/** What a form shows of the workspace that it belongs to. */
export const workspaceSelection = {
  name: true,
  slug: true,
  locale: true,
  timeZone: true,
  portalSettings: { select: { accent: true } },
} as const;

export const formSelection = {
  workspaceId: true,
  channelAccountId: true,
  publicKey: true,
  items: true,
  texts: true,
  allowedOrigins: true,
  inPortal: true,
  priority: true,
  type: true,
  tags: true,
  account: {
    select: {
      name: true,
      enabled: true,
      teamId: true,
      workspace: { select: workspaceSelection },
    },
  },
} as const;

type Row = Readonly<{ channelAccountId: string; account: object; items: unknown; texts: unknown }>;

/** A stored form, as the rest of the product knows it. */
export function formOfRow({ channelAccountId: id, account, ...row }: Row): FormFacts {
  return { ...row, ...account, id } as unknown as FormFacts;
}

/** What stands in addresses, and nothing that a database cannot compare. */
const KEY = /^[\w-]{1,200}$/;

/** The form of a public key with the fields that it can ask for; null when there is none or it is switched off. */
export async function shownForm(db: Db | Tx, publicKey: string): Promise<ShownForm | null> {
  if (!KEY.test(publicKey)) return null;
  const row = await db.requestForm.findUnique({ where: { publicKey }, select: formSelection });
  if (!row?.account.enabled) return null;
  const form = formOfRow(row);
  const { workspaceId } = form;
  return { ...form, definitions: await fieldDefinitions(db, { workspaceId, entity: 'ticket' }) };
}
