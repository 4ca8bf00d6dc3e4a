import { ExternalLink } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { Order } from '@/domain/order/order';

type Props = Readonly<{ order: Pick<Order, 'number' | 'system' | 'url'> }>;

/** The number of an order, which leads to its own page in the system that told of it. */
export function OrderNumber({ order: { number, system, url } }: Props) {
  const t = useTranslations('order');
  if (!url) return <span className="break-all font-medium text-ink">{number}</span>;
  return (
    <a
      href={url}
      target="_blank"
      rel="noopener noreferrer"
      title={t('open', { number, system })}
      className="inline-flex max-w-full items-center gap-1 font-medium text-ink underline-offset-2 hover:underline"
    >
      <span className="min-w-0 break-all">{number}</span>
      <ExternalLink aria-hidden className="size-3.5 shrink-0 text-ink-faint" />
      <span className="sr-only">{t('elsewhere', { system })}</span>
    </a>
  );
}
