import type { Metadata } from 'next';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { isSocialKind, SOCIAL_KINDS } from '@/features/social/kinds';
import { listChannelVolumes } from '@/features/social/queries';
import { AccountTable } from '@/features/social/ui/account-table';
import { staffPage } from '@/server/auth/require-staff';
import { PageHeader } from '@/ui/page-header';
import { Panel } from '@/ui/panel';
import { ChannelIcon } from '@/ui/ticket-icons';

type Props = Readonly<{ params: Promise<{ workspace: string }> }>;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('social.admin');
  return { title: t('title') };
}

export default async function SocialPage({ params }: Props) {
  const { ctx, workspace } = await staffPage((await params).workspace, 'channel.manage');
  const [t, rows] = await Promise.all([getTranslations('social'), listChannelVolumes(ctx)]);
  const accounts = rows.filter(({ id, channel }) => id !== null && isSocialKind(channel));
  return (
    <div className="flex flex-col gap-6">
      <PageHeader title={t('admin.title')} description={t('admin.description')} />
      <AccountTable workspace={workspace.slug} rows={accounts} caption={t('admin.list')} />
      <Panel title={t('admin.connect')} description={t('admin.choose.description')}>
        <ul className="grid gap-2 sm:grid-cols-2">
          {SOCIAL_KINDS.map((kind) => (
            <li key={kind}>
              <Link
                href={`/${workspace.slug}/admin/social/new/${kind}`}
                className="flex h-full items-start gap-3 rounded-md border border-line px-3 py-2.5 hover:bg-hover"
              >
                <ChannelIcon channel={kind} className="mt-0.5" />
                <span>
                  <span className="block font-medium">{t(`${kind}.name`)}</span>
                  <span className="block text-ink-soft text-sm">{t(`${kind}.about`)}</span>
                </span>
              </Link>
            </li>
          ))}
        </ul>
      </Panel>
    </div>
  );
}
