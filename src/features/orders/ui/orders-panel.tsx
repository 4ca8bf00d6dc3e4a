import { ShoppingBag } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { Order } from '@/domain/order/order';
import { Badge } from '@/ui/badge';
import { ButtonLink } from '@/ui/button';
import { DataTable } from '@/ui/data-table';
import { EmptyState } from '@/ui/empty-state';
import { OrderNumber } from './order-number';
import { useOrderWords } from './order-words';

type Props = Readonly<{
  name: string;
  orders: readonly Order[];
  /** Some system tells us of orders. */
  connected: boolean;
}>;

/** What one customer ordered, the newest first; where no system tells us of orders, how one can. */
export function OrderTable({ name, orders, connected }: Props) {
  const t = useTranslations('order');
  const { statusOf, totalOf, placed, about } = useOrderWords();
  if (orders.length === 0) return connected ? <p className="text-ink-faint">{t('none')}</p> : <HowTo />;
  return (
    <DataTable
      caption={t('caption', { name })}
      rows={orders}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'number',
          head: t('number'),
          cell: (order) => (
            <div className="min-w-20">
              <OrderNumber order={order} />
              <p className="break-words text-ink-faint text-sm">{order.system}</p>
              <p className="text-ink-faint text-sm md:hidden">{placed(order)}</p>
              <p className="line-clamp-2 break-words text-ink-soft text-sm md:hidden">{about(order)}</p>
            </div>
          ),
        },
        {
          key: 'placed',
          head: t('placed'),
          wide: true,
          cell: (order) => (
            <time dateTime={order.placedAt.toISOString()} className="whitespace-nowrap text-ink-soft">
              {placed(order)}
            </time>
          ),
        },
        { key: 'items', head: t('items'), wide: true, cell: (order) => <Items order={order} /> },
        {
          key: 'status',
          head: t('statusHead'),
          cell: (order) => {
            const { word, tone } = statusOf(order);
            return (
              <Badge tone={tone} className="whitespace-normal break-words">
                {word}
              </Badge>
            );
          },
        },
        {
          key: 'total',
          head: t('total'),
          kind: 'number',
          cell: (order) => <span className="tabular-nums">{totalOf(order)}</span>,
        },
      ]}
    />
  );
}

/** So many things of an order stand there at once. */
const SHOWN = 3;

function Items({ order }: Readonly<{ order: Order }>) {
  const t = useTranslations('order');
  const items = useOrderWords().items(order);
  const rest = items.slice(SHOWN);
  return (
    <div className="flex min-w-40 flex-col break-words text-sm">
      {order.summary && <p className="text-ink">{order.summary}</p>}
      <List items={items.slice(0, SHOWN)} />
      {rest.length > 0 && (
        <details>
          <summary className="cursor-pointer text-accent-ink">{t('more', { count: rest.length })}</summary>
          <List items={rest} />
        </details>
      )}
    </div>
  );
}

type ListProps = Readonly<{ items: ReturnType<ReturnType<typeof useOrderWords>['items']> }>;

function List({ items }: ListProps) {
  if (items.length === 0) return null;
  return (
    <ul className="text-ink-soft">
      {items.map(({ key, words }) => (
        <li key={key}>{words}</li>
      ))}
    </ul>
  );
}

function HowTo() {
  const t = useTranslations('order.connect');
  return (
    <EmptyState
      icon={ShoppingBag}
      level={3}
      title={t('title')}
      className="py-6"
      actions={
        <ButtonLink href="/api/v1/docs?area=Orders" prefetch={false}>
          {t('docs')}
        </ButtonLink>
      }
    >
      {t('body')}
    </EmptyState>
  );
}
