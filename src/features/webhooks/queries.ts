import 'server-only';
import type { StaffContext } from '@/server/context';

const MOST_ENDPOINTS = 200;
const PAGE_OF_DELIVERIES = 30;

export type WebhookRow = Readonly<{
  id: string;
  name: string;
  url: string;
  types: readonly string[];
  active: boolean;
  disabledReason: string | null;
  failingSince: Date | null;
  oldSecretUntil: Date | null;
  createdAt: Date;
  updatedAt: Date;
}>;

const SHOWN = {
  id: true,
  name: true,
  url: true,
  types: true,
  active: true,
  disabledReason: true,
  failingSince: true,
  oldSecretUntil: true,
  createdAt: true,
  updatedAt: true,
} as const;

export type ListedWebhook = WebhookRow & Readonly<{ lastAt: Date | null; lastState: string | null }>;

/** All webhooks of the workspace by name, with what became of the last message to each. Secrets are never read. */
export async function listWebhooks({ db, workspaceId }: StaffContext): Promise<readonly ListedWebhook[]> {
  const rows = await db.webhookEndpoint.findMany({
    where: { workspaceId },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: MOST_ENDPOINTS,
    select: {
      ...SHOWN,
      deliveries: {
        orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
        take: 1,
        select: { createdAt: true, state: true },
      },
    },
  });
  return rows.map(({ deliveries: [last], ...row }) => ({
    ...row,
    lastAt: last?.createdAt ?? null,
    lastState: last?.state ?? null,
  }));
}

/** One webhook; null when it is not here. */
export const getWebhook = ({ db, workspaceId }: StaffContext, id: string): Promise<WebhookRow | null> =>
  db.webhookEndpoint.findUnique({ where: { workspaceId_id: { workspaceId, id } }, select: SHOWN });

export type DeliveryRow = Readonly<{
  id: string;
  type: string;
  state: 'queued' | 'sending' | 'delivered' | 'failed';
  attempts: number;
  body: string;
  runAt: Date;
  createdAt: Date;
  endedAt: Date | null;
  tries: readonly Readonly<{
    number: number;
    at: Date;
    durationMs: number;
    status: number | null;
    response: string;
    error: string | null;
  }>[];
}>;

export type DeliveryPage = Readonly<{ deliveries: readonly DeliveryRow[]; next: string | null }>;

type Asked = Readonly<{
  endpointId: string;
  /** The delivery before which the page begins. */
  before?: string | undefined;
  limit?: number;
}>;

/** What was sent to a webhook and what it answered, the newest first. */
export async function webhookDeliveries(
  { db, workspaceId }: StaffContext,
  { endpointId, before, limit = PAGE_OF_DELIVERIES }: Asked,
): Promise<DeliveryPage> {
  const place = before
    ? await db.webhookDelivery.findUnique({
        where: { workspaceId_id: { workspaceId, id: before } },
        select: { id: true, createdAt: true },
      })
    : null;
  const older = place && {
    OR: [{ createdAt: { lt: place.createdAt } }, { createdAt: place.createdAt, id: { lt: place.id } }],
  };
  const rows = await db.webhookDelivery.findMany({
    where: { workspaceId, endpointId, ...older },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: limit + 1,
    select: {
      id: true,
      type: true,
      state: true,
      attempts: true,
      body: true,
      runAt: true,
      createdAt: true,
      endedAt: true,
      tries: {
        orderBy: { number: 'desc' },
        take: 12,
        select: { number: true, at: true, durationMs: true, status: true, response: true, error: true },
      },
    },
  });
  const deliveries = rows.slice(0, limit);
  return { deliveries, next: rows.length > limit ? (deliveries.at(-1)?.id ?? null) : null };
}
