import { getTranslations } from 'next-intl/server';
import { listMailTexts, type WorkspaceSettings } from '@/features/workspaces/queries';
import { shippedAcknowledgement } from '@/features/workspaces/shipped-words';
import { LOCALES, type Locale } from '@/i18n/locales';
import type { StaffContext } from '@/server/context';
import { Panel } from '@/ui/panel';
import { TabLinks } from '@/ui/tab-links';
import { MailTextForm } from './mail-text-form.client';

type Props = Readonly<{ ctx: StaffContext; settings: WorkspaceSettings; locale: Locale }>;

/** The words of the acknowledgement, one language at a time; the language stands in the address. */
export async function MailTextPanel({ ctx, settings, locale }: Props) {
  const [t, languages, own, shipped] = await Promise.all([
    getTranslations('admin.mailText'),
    getTranslations('common.language'),
    listMailTexts(ctx, 'acknowledgement'),
    shippedAcknowledgement(locale, settings.answerWithinHours !== null),
  ]);
  const words = own.find((text) => text.locale === locale);
  const sample = {
    'ticket.number': '1042',
    'ticket.subject': t('sampleSubject'),
    'customer.name': t('sampleCustomer'),
    'workspace.name': settings.name,
    'workspace.answer_hours': String(settings.answerWithinHours ?? ''),
    'promise.first_reply': settings.answerWithinHours === null ? '' : t('sampleTime'),
  };
  return (
    <Panel title={t('title')} description={t('body')}>
      <TabLinks
        label={t('language')}
        tabs={LOCALES.map((each) => ({
          href: `/${settings.slug}/admin/workspace?language=${each}`,
          label: own.some((text) => text.locale === each)
            ? `${languages(each)} · ${t('own')}`
            : languages(each),
          current: each === locale,
        }))}
      />
      <div className="mt-5">
        <MailTextForm
          key={`${locale}${words ? 'own' : 'shipped'}`}
          workspace={settings.slug}
          locale={locale}
          words={words ?? shipped}
          own={words !== undefined}
          sample={sample}
        />
      </div>
    </Panel>
  );
}
