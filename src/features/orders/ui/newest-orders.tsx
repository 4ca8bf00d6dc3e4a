import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { Order } from '@/domain/order/order';
import { Badge } from '@/ui/badge';
import { type CustomerOrders, ORDERS_COUNTED } from '../queries';
import { OrderNumber } from './order-number';
import { useOrderWords } from './order-words';

type Props = Readonly<{
  shown: CustomerOrders;
  /** Where all of them stand. */
  href: string;
}>;

/** What a customer ordered last, beside their ticket. Nothing where no system tells us of orders. */
export function NewestOrders({ shown: { orders, count, connected }, href }: Props) {
  const t = useTranslations('order');
  if (!connected) return null;
  return (
    <div>
      <h3 className="mb-1 font-medium text-ink-soft text-sm">{t('title')}</h3>
      {orders.length === 0 && <p className="text-ink-faint text-sm">{t('none')}</p>}
      <ul className="flex flex-col gap-2">
        {orders.map((order) => (
          <Line key={order.id} order={order} />
        ))}
      </ul>
      {count > orders.length && (
        <Link
          href={href}
          prefetch={false}
          className="mt-1 inline-block text-accent-ink text-sm underline-offset-2 hover:underline"
        >
          {count < ORDERS_COUNTED ? t('all', { count }) : t('allMore')}
        </Link>
      )}
    </div>
  );
}

function Line({ order }: Readonly<{ order: Order }>) {
  const { statusOf, totalOf, placed, about } = useOrderWords();
  const { word, tone } = statusOf(order);
  return (
    <li className="text-sm">
      <p className="flex items-baseline justify-between gap-2">
        <OrderNumber order={order} />
        <span className="shrink-0 text-ink tabular-nums">{totalOf(order)}</span>
      </p>
      <p className="flex flex-wrap items-center gap-x-2 gap-y-0.5 text-ink-faint">
        <Badge tone={tone}>
          <span className="truncate">{word}</span>
        </Badge>
        <time dateTime={order.placedAt.toISOString()}>{placed(order)}</time>
      </p>
      {about(order) && <p className="line-clamp-2 break-words text-ink-soft">{about(order)}</p>}
    </li>
  );
}
