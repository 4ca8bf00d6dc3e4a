import { ok, type Result } from '@/domain/shared/result';
import type { ValueSearchInput } from '@/features/conditions/inputs';
import { findOrganizations } from '@/features/organizations/queries';
import { searchCustomers } from '@/features/search/queries';
import type { StaffContext } from '@/server/context';

const FOUND = 20;

type NamedValue = Readonly<{ id: string; name: string }>;

/** The customers or organizations whose names hold what is being typed. */
export async function searchConditionValues(
  ctx: StaffContext,
  { field, text }: ValueSearchInput,
): Promise<Result<readonly NamedValue[], never>> {
  if (field === 'requesterId') {
    const { hits } = await searchCustomers(ctx, { q: text, limit: FOUND });
    return ok(hits.map(({ id, name, address }) => ({ id, name: name || (address ?? '') })));
  }
  return ok(await findOrganizations(ctx, { q: text }));
}
