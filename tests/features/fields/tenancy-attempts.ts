import { archiveField } from '@/features/fields/commands/archive-field';
import { deleteField } from '@/features/fields/commands/delete-field';
import { orderFields } from '@/features/fields/commands/order-fields';
import { saveField } from '@/features/fields/commands/save-field';
import type { StaffContext } from '@/server/context';
import { fieldFor, newField } from './support';

type Other = Readonly<{ fieldId: string }>;
type Attempt = (ctx: StaffContext, other: Other) => Promise<{ ok: boolean; error?: unknown }>;

/** What another workspace has of fields. */
export const fieldRows = async (owner: StaffContext) => ({ fieldId: await newField(owner) });

/** Each action on fields with the names of another workspace. */
export const FIELD_ATTEMPTS: Readonly<Record<string, readonly Attempt[]>> = {
  saveField: [(ctx, { fieldId }) => saveField(ctx, fieldFor({ id: fieldId }))],
  archiveField: [(ctx, { fieldId }) => archiveField(ctx, { fieldId, archived: true })],
  deleteField: [(ctx, { fieldId }) => deleteField(ctx, { fieldId })],
  orderFields: [(ctx, { fieldId }) => orderFields(ctx, { entity: 'ticket', fieldIds: [fieldId] })],
};
