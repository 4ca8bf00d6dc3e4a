/** How orders stand, in words that the product has in every language. */
export const ORDER_STATUSES = [
  'received',
  'pending',
  'paid',
  'processing',
  'on_hold',
  'ready',
  'partly_shipped',
  'shipped',
  'delivered',
  'completed',
  'cancelled',
  'returned',
  'partly_refunded',
  'refunded',
  'failed',
] as const;
export type OrderStatus = (typeof ORDER_STATUSES)[number];

/** What shops call the same. */
const OTHER_NAMES: ReadonlyMap<string, OrderStatus> = new Map(
  Object.entries({
    new: 'received',
    placed: 'received',
    open: 'received',
    confirmed: 'received',
    pending_payment: 'pending',
    awaiting_payment: 'pending',
    unpaid: 'pending',
    in_progress: 'processing',
    unfulfilled: 'processing',
    packing: 'processing',
    hold: 'on_hold',
    ready_for_pickup: 'ready',
    awaiting_pickup: 'ready',
    partially_fulfilled: 'partly_shipped',
    partially_shipped: 'partly_shipped',
    fulfilled: 'shipped',
    sent: 'shipped',
    dispatched: 'shipped',
    in_transit: 'shipped',
    complete: 'completed',
    done: 'completed',
    closed: 'completed',
    canceled: 'cancelled',
    voided: 'cancelled',
    partially_refunded: 'partly_refunded',
    declined: 'failed',
    payment_failed: 'failed',
  } as const),
);

/** What a shop's word for a status means, whatever its case and signs between words; null where we do not know it. */
export function knownStatus(status: string): OrderStatus | null {
  const word = status
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, '_');
  return ORDER_STATUSES.find((each) => each === word) ?? OTHER_NAMES.get(word) ?? null;
}

/** One thing that was ordered. */
export type OrderItem = Readonly<{
  name: string;
  quantity: number;
  /** The shop's own key of it. */
  sku: string | null;
  /** Of all pieces together, in minor units. */
  total: number | null;
}>;

/** What somebody ordered, as the system that knows it says. */
export type Order = Readonly<{
  id: string;
  /** What the system is called, and the order's number there: together they name it. */
  system: string;
  number: string;
  /** In the system's own word. */
  status: string;
  /** In minor units. */
  total: number;
  currency: string;
  placedAt: Date;
  /** What it is about in one line; may be empty where lines say it. */
  summary: string;
  lines: readonly OrderItem[];
  /** Its page in the system; null for none. */
  url: string | null;
}>;
