import type { FormItem } from '@/domain/form/form';
import { type Typed, typedIn } from '@/domain/form/read';
import type { ShownForm } from '@/features/forms/form-rows';
import type { Context } from '@/server/context';
import { readSignerToken } from './form-token';

/** The name under which a form says who is signed in around it. */
export const SIGNER = 'signer';

type Asked = Readonly<{ form: ShownForm; typed: Typed; now: Date }>;

/** Who is signed in to the portal that shows this form; null for everybody else. */
export const signerOf = ({ form, typed, now }: Asked): string | null =>
  readSignerToken(typedIn(typed, SIGNER)[0] ?? '', { formId: form.id, now });

/** What the form asks this person for: only who is known puts others in copy, who would read what we answer. */
export const itemsFor = (items: readonly FormItem[], signer: string | null): readonly FormItem[] =>
  signer ? items : items.filter(({ kind }) => kind !== 'cc');

/** True when this address is one of the signed-in customer's. */
export async function isOwnAddress(
  { db, workspaceId }: Pick<Context, 'db' | 'workspaceId'>,
  { signer, email }: Readonly<{ signer: string; email: string }>,
): Promise<boolean> {
  const where = { workspaceId, customerId: signer, kind: 'email', value: email } as const;
  return (await db.customerIdentity.count({ where: { ...where, customer: { blockedAt: null } } })) > 0;
}
