import { useFormatter, useTranslations } from 'next-intl';
import { knownStatus, type Order, type OrderStatus } from '@/domain/order/order';
import { minorDigits } from '@/domain/shared/money';

const TONES: Readonly<Record<OrderStatus, 'neutral' | 'info' | 'success' | 'warning' | 'danger'>> = {
  received: 'neutral',
  pending: 'warning',
  paid: 'neutral',
  processing: 'neutral',
  on_hold: 'warning',
  ready: 'info',
  partly_shipped: 'info',
  shipped: 'info',
  delivered: 'success',
  completed: 'success',
  cancelled: 'neutral',
  returned: 'neutral',
  partly_refunded: 'neutral',
  refunded: 'neutral',
  failed: 'danger',
};

/** How orders are said to the reader: status in words where we know it, amounts and days as in their language. */
export function useOrderWords() {
  const t = useTranslations('order');
  const format = useFormatter();
  const money = (units: number, currency: string) => {
    const digits = minorDigits(currency);
    return format.number(units / 10 ** digits, {
      style: 'currency',
      currency,
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    });
  };
  return {
    statusOf: ({ status }: Order) => {
      const known = knownStatus(status);
      return { word: known ? t(`status.${known}`) : status, tone: known ? TONES[known] : 'neutral' } as const;
    },
    totalOf: ({ total, currency }: Order) => money(total, currency),
    items: ({ lines, currency }: Order) =>
      lines.map(({ name, quantity, total }, at) => {
        const key = `${at} ${name}`;
        const words = quantity === 1 ? name : t('pieces', { quantity: format.number(quantity), name });
        return { key, words: total === null ? words : t('priced', { words, total: money(total, currency) }) };
      }),
    /** What it is about in one line. */
    about: ({ summary, lines }: Order) =>
      summary ||
      lines
        .map(({ name, quantity }) =>
          quantity === 1 ? name : t('pieces', { quantity: format.number(quantity), name }),
        )
        .join(', '),
    placed: ({ placedAt }: Order) => format.dateTime(placedAt, { dateStyle: 'medium' }),
  };
}
