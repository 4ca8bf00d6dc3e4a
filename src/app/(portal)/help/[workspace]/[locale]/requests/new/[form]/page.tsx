import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { listOfferedForms } from '@/features/forms/queries';
import { FormFrame } from '@/features/forms/ui/form-frame.client';
import { Suggestions } from '@/features/forms/ui/suggestions.client';
import { IslandMessages } from '@/i18n/island-messages';
import { type PortalPlace, portalPage } from '@/server/portal/portal-page';

type Props = Readonly<{ params: Promise<PortalPlace & Readonly<{ form: string }>> }>;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('form.portal');
  return { title: t('title') };
}

export default async function NewRequestFormPage({ params }: Props) {
  const { ctx, workspace, locale, customer, href } = await portalPage(params);
  const asked = (await params).form;
  const [t, forms] = await Promise.all([getTranslations('form.portal'), listOfferedForms(ctx, locale)]);
  const form = forms.find(({ id }) => id === asked);
  if (!form) notFound();
  const own = customer && { name: customer.name, email: customer.email ?? '' };
  const known = new URLSearchParams({ embedded: '1', language: locale, ...own });
  return (
    <IslandMessages namespaces={['form.portal']}>
      <div className="mx-auto flex w-full max-w-3xl flex-col gap-4 px-4 py-10 sm:px-6">
        <p>
          <Link href={href('/requests/new')} className="text-accent-ink underline-offset-2 hover:underline">
            {t('others')}
          </Link>
        </p>
        <h1 className="font-semibold text-2xl text-ink tracking-tight">{form.title}</h1>
        <Suggestions workspace={workspace.slug} locale={locale} />
        <FormFrame src={`/form/${form.publicKey}?${known}`} title={form.title} />
      </div>
    </IslandMessages>
  );
}
