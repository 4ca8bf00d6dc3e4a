import { ArrowLeft } from 'lucide-react';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getFormatter, getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { getHeld, type HeldMail } from '@/features/intake/queries';
import { HeldButtons } from '@/features/intake/ui/held-buttons.client';
import { HeldFacts } from '@/features/intake/ui/held-facts';
import { IslandMessages } from '@/i18n/island-messages';
import { staffPage } from '@/server/auth/require-staff';
import { ButtonLink } from '@/ui/button';
import { Notice } from '@/ui/notice';
import { PageHeader } from '@/ui/page-header';
import { Panel } from '@/ui/panel';

type Props = Readonly<{ params: Promise<{ workspace: string; rawInboundId: string }> }>;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('mail.held');
  return { title: t('title') };
}

export default async function OneHeldMailPage({ params }: Props) {
  const { workspace: slug, rawInboundId } = await params;
  const { ctx, workspace } = await staffPage(slug, 'mail.read');
  const mail = z.uuid().safeParse(rawInboundId).success ? await getHeld(ctx, rawInboundId) : null;
  if (!mail) notFound();
  const [t, format] = await Promise.all([getTranslations('mail.held'), getFormatter()]);
  const waits = !mail.emptiedAt && (mail.state === 'held' || mail.state === 'discarded');
  return (
    <IslandMessages namespaces={['mail', 'problem']}>
      <div className="flex max-w-4xl flex-col gap-5">
        <ButtonLink variant="link" href={`/${workspace.slug}/admin/held`} className="self-start">
          <ArrowLeft aria-hidden />
          {t('back')}
        </ButtonLink>
        <PageHeader
          title={mail.emptiedAt ? t('emptied') : mail.subject || t('noSubject')}
          actions={
            waits && (
              <HeldButtons
                workspace={workspace.slug}
                rawInboundId={mail.id}
                canSetAside={mail.state === 'held'}
              />
            )
          }
        />
        <Panel title={t('detail')}>
          <HeldFacts workspace={workspace.slug} mail={mail} />
        </Panel>
        {mail.emptiedAt && (
          <Notice tone="info">
            {t('emptiedBody', { day: format.dateTime(mail.emptiedAt, { dateStyle: 'long' }) })}
          </Notice>
        )}
        {mail.words && (
          <Panel title={t('words')}>
            <pre className="whitespace-pre-wrap break-words font-sans">{mail.words}</pre>
          </Panel>
        )}
        {!mail.emptiedAt && <Source workspace={workspace.slug} mail={mail} />}
      </div>
    </IslandMessages>
  );
}

/** As it came, as much as a page can show. */
async function Source({ workspace, mail }: Readonly<{ workspace: string; mail: HeldMail }>) {
  const t = await getTranslations('mail.held');
  return (
    <Panel
      title={t('sourceTitle')}
      {...(mail.isCut && { description: t('sourceCut') })}
      actions={
        <ButtonLink size="sm" href={`/api/desk/${workspace}/incoming/${mail.id}`} prefetch={false} download>
          {t('download')}
        </ButtonLink>
      }
    >
      <pre className="whitespace-pre-wrap break-all text-sm">{mail.shownSource}</pre>
    </Panel>
  );
}
