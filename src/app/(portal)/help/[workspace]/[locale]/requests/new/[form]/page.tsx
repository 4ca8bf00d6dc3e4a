import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { signerToken } from '@/features/forms/page/form-token';
import { listOfferedForms } from '@/features/forms/queries';
import { articleComeFrom } from '@/features/knowledge/come-from';
import { HelpPixel } from '@/features/knowledge/ui/help-pixel';
import { SuggestionList } from '@/features/knowledge/ui/suggestion-list';
import { PageColumn } from '@/features/portal/ui/page-column';
import type { Locale } from '@/i18n/locales';
import { type PortalPlace, portalPage, publicPortalPage } from '@/server/portal/portal-page';
import { Button } from '@/ui/button';
import { Input } from '@/ui/input';

type Props = Readonly<{
  params: Promise<PortalPlace & Readonly<{ form: string }>>;
  searchParams: Promise<Readonly<{ read?: string | string[] }>>;
}>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await publicPortalPage(params);
  const t = await getTranslations('form.portal');
  return { title: t('title'), robots: { index: false } };
}

export default async function NewRequestFormPage({ params, searchParams }: Props) {
  const { ctx, workspace, locale, customer, href } = await portalPage(params);
  const asked = (await params).form;
  const [t, forms] = await Promise.all([getTranslations('form.portal'), listOfferedForms(ctx, locale)]);
  const form = forms.find(({ id }) => id === asked);
  if (!form) notFound();
  const read = await articleComeFrom(ctx, (await searchParams).read);
  const own = customer && {
    name: customer.name,
    email: customer.email ?? '',
    signer: signerToken({ formId: form.id, customerId: customer.id, at: ctx.now() }),
  };
  const known = new URLSearchParams({ embedded: '1', untitled: '1', language: locale, ...own });
  return (
    <PageColumn>
      <header className="flex flex-col gap-2">
        {forms.length > 1 && (
          <Link href={href('/requests/new')} className="self-start text-accent-ink text-base hover:underline">
            {t('others')}
          </Link>
        )}
        <h1 className="font-semibold text-2xl text-ink tracking-tight">{form.title}</h1>
      </header>
      <AnswerFirst workspace={workspace.slug} locale={locale} action={href('/search')} />
      <iframe
        src={`/form/${form.publicKey}?${known}`}
        title={form.title}
        data-grows=""
        className="w-full border-0"
        style={{ height: form.height }}
      />
      <HelpPixel workspace={workspace.slug} locale={locale} what="form" articleId={read} />
    </PageColumn>
  );
}

/** A look into the articles before one writes: without script a search, with it answers while one types. */
async function AnswerFirst({
  workspace,
  locale,
  action,
}: Readonly<{ workspace: string; locale: Locale; action: string }>) {
  const [t, help] = await Promise.all([getTranslations('form.portal'), getTranslations('help')]);
  return (
    <search className="flex flex-col gap-3 rounded-lg border border-line bg-sunken p-4">
      <form action={action} className="flex flex-col gap-1.5">
        <label htmlFor="answer-first" className="font-medium">
          {t('suggest')}
        </label>
        <span className="flex gap-2">
          <Input
            id="answer-first"
            name="q"
            type="search"
            maxLength={200}
            autoComplete="off"
            placeholder={t('suggestPlaceholder')}
            data-suggest={`/api/help/${workspace}/suggest?locale=${locale}`}
            data-suggestions="answers"
          />
          <Button type="submit">{help('searchButton')}</Button>
        </span>
      </form>
      <SuggestionList id="answers" />
    </search>
  );
}
