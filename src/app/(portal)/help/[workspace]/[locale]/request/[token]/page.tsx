import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { guestRequest } from '@/features/portal/queries';
import { askedOf, doneOf, type RequestPageQuery } from '@/features/portal/request-page-query';
import { PageColumn } from '@/features/portal/ui/page-column';
import { RequestView } from '@/features/portal/ui/request-view';
import { questionBelow } from '@/features/surveys/queries-page';
import { RequestSurvey } from '@/features/surveys/ui/request-survey';
import { IslandMessages } from '@/i18n/island-messages';
import { guestPage, type PortalPlace, publicPortalPage } from '@/server/portal/portal-page';
import { Notice } from '@/ui/notice';

type Props = Readonly<{
  params: Promise<PortalPlace & Readonly<{ token: string }>>;
  searchParams: Promise<RequestPageQuery>;
}>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await publicPortalPage(params);
  const t = await getTranslations('portal.requests');
  return { title: t('title'), robots: { index: false } };
}

/** One request for whoever holds the link to it, without signing in. */
export default async function GuestRequestPage({ params, searchParams }: Props) {
  const [page, query, { workspace, locale, token }] = await Promise.all([
    guestPage(params),
    searchParams,
    params,
  ]);
  const before = askedOf(query);
  const [t, found] = await Promise.all([
    getTranslations('portal.request'),
    guestRequest(page.reader, before),
  ]);
  if (!found) notFound();
  const survey = await questionBelow(
    { ...page.ctx, readerId: page.reader.actor.id ?? '', locale: page.locale },
    found.request,
  );
  return (
    <PageColumn>
      <Notice>
        {t('guest')}{' '}
        {page.workspace.signIn !== 'nobody' && (
          <Link href={page.href('/sign-in')} className="text-accent-ink underline">
            {t('signInForAll')}
          </Link>
        )}
      </Notice>
      <IslandMessages namespaces={['portal.request']}>
        <RequestView
          page={found}
          readerId={page.reader.actor.id}
          timeZone={page.workspace.timeZone}
          company={page.workspace.name}
          self={page.href(`/request/${token}`)}
          files={page.href(`/request/${token}/files`)}
          place={{ workspace, locale, guest: token }}
          signIn={page.href('/sign-in')}
          done={doneOf(query)}
          past={before !== null}
          live={
            before === null
              ? `/api/portal/${workspace}/live?guest=${token}&since=${page.ctx.now().getTime()}`
              : null
          }
        />
        {before === null && survey && <RequestSurvey {...survey} workspace={workspace} />}
      </IslandMessages>
    </PageColumn>
  );
}
