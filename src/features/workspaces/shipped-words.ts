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
    t('acknowledgement.received', { number: '{{ticket.number}}' }),
    ...(promises ? [t('acknowledgement.expectBy', { time: '{{promise.first_reply}}' })] : []),
    t('acknowledgement.add'),
    `${t('acknowledgement.regards')}\n{{workspace.name}}`,
  ];
  return { subject: 'Re: {{ticket.subject}} [#{{ticket.number}}]', body: lines.join('\n\n') };
}
