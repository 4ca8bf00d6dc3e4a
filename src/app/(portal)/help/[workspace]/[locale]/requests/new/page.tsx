import type { Metadata } from 'next';
import Link from 'next/link';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { listOfferedForms } from '@/features/forms/queries';
import { articleComeFrom } from '@/features/knowledge/come-from';
import { type PortalPlace, portalPage, publicPortalPage } from '@/server/portal/portal-page';

type Props = Readonly<{ params: Promise<PortalPlace> }>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await publicPortalPage(params);
  const t = await getTranslations('form.portal');
  return { title: t('title') };
}

export default async function NewRequestPage({ params }: Props) {
  const { ctx, locale, href } = await portalPage(params);
  const [t, forms] = await Promise.all([getTranslations('form.portal'), listOfferedForms(ctx, locale)]);
  const [only, ...others] = forms;
  if (only && others.length === 0) redirect(href(`/requests/new/${only.id}`));
  const read = await articleComeFrom(ctx, undefined);
  const kept = read ? `?read=${read}` : '';
  return (
    <div className="mx-auto flex w-full max-w-3xl flex-col gap-6 px-4 py-10 sm:px-6">
      <div>
        <h1 className="font-semibold text-2xl text-ink tracking-tight">{t('topics')}</h1>
        <p className="mt-1 text-ink-soft">{t(forms.length > 0 ? 'choose' : 'none')}</p>
      </div>
      <ul className="flex flex-col gap-3">
        {forms.map(({ id, title, intro }) => (
          <li key={id} className="relative rounded-lg border border-line bg-raised p-4 hover:bg-hover/60">
            <h2 className="font-semibold text-ink">
              <Link
                href={href(`/requests/new/${id}${kept}`)}
                className="rounded-sm after:absolute after:inset-0 after:rounded-lg"
              >
                {title}
              </Link>
            </h2>
            {intro && <p className="mt-0.5 text-ink-soft">{intro}</p>}
          </li>
        ))}
      </ul>
    </div>
  );
}
