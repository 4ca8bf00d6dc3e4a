import { saveView } from '@/features/views/commands/save-view';
import { type ViewInput, viewInput } from '@/features/views/inputs';
import { pageOfView, type SavedAsked } from '@/features/views/saved-list';
import { getShownView } from '@/features/views/saved-views';
import type { StaffContext } from '@/server/context';

export const OPEN = {
  field: 'status',
  operator: 'is_any_of',
  values: ['new', 'open', 'pending', 'on_hold'],
} as const;

/** A view as a form sends it; of one's own and over open work unless it says otherwise. */
export const viewFor = (over: Record<string, unknown> = {}): ViewInput =>
  viewInput.parse({
    name: 'A view',
    audience: 'personal',
    conditions: OPEN,
    columns: ['status', 'requester'],
    sort: 'activity',
    groupBy: null,
    density: null,
    ...over,
  });

/** Saves a view; its id. */
export async function newView(ctx: StaffContext, over: Record<string, unknown> = {}): Promise<string> {
  const saved = await saveView(ctx, viewFor(over));
  if (!saved.ok) throw new Error(JSON.stringify(saved.error));
  return saved.value.viewId;
}

/** What a list of the view is asked for, for this person. */
export async function askedOf(ctx: StaffContext, viewId: string): Promise<SavedAsked> {
  const view = await getShownView(ctx, viewId);
  if (!view) throw new Error('the view is not there');
  return { conditions: view.conditions, ...view.look, timeZone: view.timeZone };
}

/** Numbers of the tickets in the view, from the top. */
export async function numbersIn(ctx: StaffContext, viewId: string): Promise<number[]> {
  const { found } = await pageOfView(ctx, await askedOf(ctx, viewId), {});
  return found.map(({ number }) => number);
}
