import { getTranslations } from 'next-intl/server';
import { type PortalPlace, portalPage } from '@/server/portal/portal-page';

type Props = Readonly<{ params: Promise<PortalPlace> }>;

export default async function PortalHome({ params }: Props) {
  const { workspace, locale, customer } = await portalPage(params);
  const t = await getTranslations('portal');
  return (
    <div className="bg-accent-soft">
      <div className="mx-auto flex w-full max-w-5xl flex-col gap-3 px-4 py-12 sm:px-6 sm:py-16">
        {customer && <p className="text-ink-soft">{t('hello', { name: customer.name })}</p>}
        <h1 className="max-w-2xl text-balance font-semibold text-3xl text-ink tracking-tight sm:text-4xl">
          {workspace.words[locale]?.welcome || t('welcome')}
        </h1>
      </div>
    </div>
  );
}
