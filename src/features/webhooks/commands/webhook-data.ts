import { shownTicket } from '@/features/api/queries';
import type { Context } from '@/server/context';
import type { Tx } from '@/server/db/client';

/** A ticket as webhooks carry it: as the API shows it. Null when it is gone. */
export const webhookTicket = (tx: Tx, { workspaceId }: Pick<Context, 'workspaceId'>, id: string) =>
  shownTicket(tx, { workspaceId, id });
