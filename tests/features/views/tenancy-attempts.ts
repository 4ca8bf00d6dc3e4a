import { changeEach } from '@/features/tickets/commands/change-each';
import { deleteView } from '@/features/views/commands/delete-view';
import { saveView } from '@/features/views/commands/save-view';
import { setViewLook } from '@/features/views/commands/set-view-look';
import type { StaffContext } from '@/server/context';
import { newView, OPEN, viewFor } from './support';

type Other = Readonly<{ viewId: string; teamId: string; userId: string; ticketId: string }>;
type Attempt = (ctx: StaffContext, other: Other) => Promise<unknown>;

/** What another workspace has of views: one for everybody. */
export const viewRows = async (owner: StaffContext) => ({
  viewId: await newView(owner, { audience: 'everyone' }),
});

/** Without what says which part of the view it is. */
async function saving(ctx: StaffContext, input: ReturnType<typeof viewFor>) {
  const saved = await saveView(ctx, input);
  return saved.ok ? saved : { ok: false, error: { code: saved.error.code } };
}

/** What becomes of the one ticket that was to be changed. */
async function oneOf(ctx: StaffContext, ticketId: string) {
  const changed = await changeEach(ctx, { changes: [{ ticketId, priority: 'low' }] });
  const problem = changed.ok ? changed.value.outcomes[0]?.problem : changed.error.code;
  return problem ? { ok: false, error: { code: problem } } : changed;
}

const { columns, sort, groupBy, density } = viewFor();

/** Each action on views with the names of another workspace. */
export const VIEW_ATTEMPTS: Readonly<Record<string, readonly Attempt[]>> = {
  saveView: [
    (ctx, { viewId }) => saving(ctx, viewFor({ id: viewId })),
    (ctx, { teamId }) => saving(ctx, viewFor({ audience: 'team', teamId })),
    (ctx, { teamId }) =>
      saving(
        ctx,
        viewFor({
          conditions: { all: [OPEN, { field: 'teamId', operator: 'is_any_of', values: [teamId] }] },
        }),
      ),
    (ctx, { userId }) =>
      saving(ctx, viewFor({ conditions: { field: 'assigneeId', operator: 'is_any_of', values: [userId] } })),
  ],
  changeEach: [(ctx, { ticketId }) => oneOf(ctx, ticketId)],
  deleteView: [(ctx, { viewId }) => deleteView(ctx, { viewId })],
  setViewLook: [(ctx, { viewId }) => setViewLook(ctx, { viewId, look: { columns, sort, groupBy, density } })],
};
