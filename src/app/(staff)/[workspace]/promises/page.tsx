import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { listPromises, PROMISE_LISTS } from '@/features/promises/commands/list-promises';
import { PromiseList } from '@/features/promises/ui/promise-list';
import { staffPage } from '@/server/auth/require-staff';
import { ButtonLink } from '@/ui/button';
import { PageHeader } from '@/ui/page-header';
import { TabLinks } from '@/ui/tab-links';

type Props = Readonly<{
  params: Promise<{ workspace: string }>;
  searchParams: Promise<{ show?: string | string[]; after?: string | string[] }>;
}>;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('promise.list');
  return { title: t('title') };
}

export default async function PromisesPage({ params, searchParams }: Props) {
  const { ctx, workspace } = await staffPage((await params).workspace, 'ticket.read');
  const { show, after } = await searchParams;
  const list = PROMISE_LISTS.find((each) => each === show) ?? 'at_risk';
  const [t, { promises, next }] = await Promise.all([
    getTranslations('promise.list'),
    listPromises(ctx, { list, after: typeof after === 'string' ? after : undefined }),
  ]);
  const here = `/${workspace.slug}/promises?show=`;
  return (
    <div className="mx-auto flex w-full max-w-5xl flex-col gap-6 px-4 py-6 sm:px-8 sm:py-8">
      <PageHeader title={t('title')} description={t('description')} />
      <TabLinks
        label={t('lists')}
        tabs={PROMISE_LISTS.map((each) => ({
          href: `${here}${each}`,
          label: t(`of.${each}`),
          current: each === list,
        }))}
      />
      <PromiseList workspace={workspace.slug} list={list} promises={promises} />
      {next && (
        <ButtonLink href={`${here}${list}&after=${next}`} className="self-start">
          {t('more')}
        </ButtonLink>
      )}
    </div>
  );
}
