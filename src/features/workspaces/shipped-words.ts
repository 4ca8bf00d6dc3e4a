import type { Locale } from '@/i18n/locales';
import { translator } from '@/i18n/translator';

type Shipped = Readonly<{ subject: string; body: string }>;

/**
 * The shipped words of the acknowledgement in one language, with its places still open: what an admin begins to change.
 * The sentence about the expected answer is left out where the workspace promises none.
 */
export async function shippedAcknowledgement(locale: Locale, promises: boolean): Promise<Shipped> {
  const t = await translator(locale, 'outgoing');
  const lines = [
    t('acknowledgement.greeting'),
    t('acknowledgement.received', { number: '{number}' }),
    ...(promises ? [t('acknowledgement.expect', { hours: 0 }).replace('0', '{hours}')] : []),
    t('acknowledgement.add'),
    `${t('acknowledgement.regards')}\n{workspace}`,
  ];
  return { subject: 'Re: {subject} [#{number}]', body: lines.join('\n\n') };
}
