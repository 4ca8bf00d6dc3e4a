import Link from 'next/link';
import { getFormatter, getLocale, getTranslations } from 'next-intl/server';
import { tierName } from '@/domain/customer/tier';
import type { CustomerProfile } from '@/features/customers/queries';
import { Badge } from '@/ui/badge';
import { TierBadge } from '@/ui/tier-badge';

type Props = Readonly<{ workspace: string; customer: CustomerProfile; now: Date }>;

/** What is to be known at a glance: tier, blocked or not, organization, the time there, the id elsewhere. */
export async function CustomerBadges({ workspace, customer, now }: Props) {
  const [t, format, locale] = await Promise.all([getTranslations('customer'), getFormatter(), getLocale()]);
  const { tier, organization, timeZone, externalId } = customer;
  return (
    <p className="-mt-4 flex flex-wrap items-center gap-2 empty:hidden">
      {tier && (
        <TierBadge colour={tier.colour}>{tierName(tier.names as Record<string, string>, locale)}</TierBadge>
      )}
      {customer.blockedAt && <Badge tone="danger">{t('block.blocked')}</Badge>}
      {organization && (
        <Link
          href={`/${workspace}/customers/organizations/${organization.id}`}
          className="text-accent-ink underline-offset-2 hover:underline"
        >
          {organization.name}
        </Link>
      )}
      {timeZone && (
        <span className="text-ink-soft text-sm">
          {t('panel.localTime', {
            time: format.dateTime(now, { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }),
          })}
        </span>
      )}
      {externalId && <span className="text-ink-faint text-sm">{t('externalId', { id: externalId })}</span>}
    </p>
  );
}
