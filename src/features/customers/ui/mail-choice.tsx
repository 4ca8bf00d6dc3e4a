import { useFormatter, useTranslations } from 'next-intl';
import { Badge } from '@/ui/badge';
import type { CustomerProfile } from '../queries';

const MAILS = ['acknowledgements', 'updates'] as const;

/** Which mails the customer wants besides the answers of people, as they chose in the portal. */
export function MailChoice({ customer: { mailChoice } }: Readonly<{ customer: CustomerProfile }>) {
  const t = useTranslations('customer.mails');
  const format = useFormatter();
  return (
    <div className="flex flex-col gap-3">
      <dl className="grid gap-x-6 gap-y-2 sm:grid-cols-2">
        {MAILS.map((mail) => {
          const wanted = mailChoice?.[mail] ?? true;
          return (
            <div key={mail} className="flex flex-wrap items-center justify-between gap-2">
              <dt>{t(mail)}</dt>
              <dd>
                <Badge tone={wanted ? 'success' : 'warning'}>{t(wanted ? 'wanted' : 'unwanted')}</Badge>
              </dd>
            </div>
          );
        })}
      </dl>
      <p className="text-ink-soft text-sm">
        {mailChoice
          ? t('chosen', { at: format.dateTime(mailChoice.updatedAt, { dateStyle: 'medium' }) })
          : t('never')}
      </p>
    </div>
  );
}
