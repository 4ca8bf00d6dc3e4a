import { ArrowLeft } from 'lucide-react';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { getMail } from '@/features/delivery/queries';
import { MailFacts } from '@/features/delivery/ui/mail-facts';
import { MailWords } from '@/features/delivery/ui/mail-words';
import { RetryMail } from '@/features/delivery/ui/retry-mail.client';
import { IslandMessages } from '@/i18n/island-messages';
import { staffPage } from '@/server/auth/require-staff';
import { ButtonLink } from '@/ui/button';
import { Notice } from '@/ui/notice';
import { PageHeader } from '@/ui/page-header';
import { Panel } from '@/ui/panel';

type Props = Readonly<{ params: Promise<{ workspace: string; mailId: string }> }>;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('mail');
  return { title: t('title') };
}

export default async function OneMailPage({ params }: Props) {
  const { workspace: slug, mailId } = await params;
  const { ctx, workspace } = await staffPage(slug, 'mail.read');
  const mail = z.uuid().safeParse(mailId).success ? await getMail(ctx, mailId) : null;
  if (!mail) notFound();
  const t = await getTranslations('mail');
  const canRetry = mail.state === 'failed' || mail.state === 'deferred';
  return (
    <IslandMessages namespaces={['mail', 'problem']}>
      <div className="flex max-w-4xl flex-col gap-5">
        <ButtonLink variant="link" href={`/${workspace.slug}/admin/mail`} className="self-start">
          <ArrowLeft aria-hidden />
          {t('back')}
        </ButtonLink>
        <PageHeader
          title={mail.subject}
          actions={canRetry && <RetryMail workspace={workspace.slug} mailId={mail.id} />}
        />
        {mail.lastError && (
          <Notice tone={mail.state === 'failed' ? 'danger' : 'warning'} title={t('error')}>
            {mail.lastError}
          </Notice>
        )}
        <Panel>
          <MailFacts workspace={workspace.slug} mail={mail} />
        </Panel>
        <Panel title={t('words')}>
          <MailWords mail={mail} />
        </Panel>
        {mail.source !== null && (
          <Panel
            title={t('source')}
            actions={
              <ButtonLink
                size="sm"
                href={`/api/desk/${workspace.slug}/outgoing/${mail.id}`}
                prefetch={false}
                download
              >
                {t('download')}
              </ButtonLink>
            }
          >
            <pre className="whitespace-pre-wrap break-all text-sm">{mail.source}</pre>
          </Panel>
        )}
      </div>
    </IslandMessages>
  );
}
