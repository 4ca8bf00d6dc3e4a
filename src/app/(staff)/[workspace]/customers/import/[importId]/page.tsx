import { Download } from 'lucide-react';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { fieldName } from '@/domain/field/field';
import { listFields } from '@/features/fields/queries';
import { getImport, type ImportPage as ImportPageFacts } from '@/features/imports/queries';
import { DeleteImport } from '@/features/imports/ui/delete-import.client';
import { FormatForm } from '@/features/imports/ui/format-form.client';
import { MappingForm } from '@/features/imports/ui/mapping-form.client';
import { Progress } from '@/features/imports/ui/progress.client';
import { StopImport } from '@/features/imports/ui/stop-import.client';
import { WrongLines } from '@/features/imports/ui/wrong-lines';
import { IslandMessages } from '@/i18n/island-messages';
import { staffPage } from '@/server/auth/require-staff';
import { ButtonLink } from '@/ui/button';
import { PageHeader } from '@/ui/page-header';
import { Panel } from '@/ui/panel';

type Props = Readonly<{ params: Promise<{ workspace: string; importId: string }> }>;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('imports');
  return { title: t('title') };
}

export default async function ImportPage({ params }: Props) {
  const { workspace: slug, importId } = await params;
  const { ctx, workspace } = await staffPage(slug, 'customer.import');
  const file = z.uuid().safeParse(importId).success ? await getImport(ctx, importId) : null;
  if (!file) notFound();
  const [t, locale, fields] = await Promise.all([
    getTranslations('imports'),
    getLocale(),
    listFields(ctx, 'customer'),
  ]);
  const own = fields
    .filter(({ archived }) => !archived)
    .map((field) => ({ id: field.id, name: fieldName(field, locale) }));
  const waits = file.state === 'uploaded' || file.state === 'checked';
  return (
    <IslandMessages namespaces={['imports']}>
      <div className="mx-auto flex w-full max-w-4xl flex-col gap-6 px-4 py-6 sm:px-8 sm:py-8">
        <PageHeader
          title={file.fileName}
          description={t('about', {
            rows: file.rows,
            encoding: file.encoding,
            delimiter: file.delimiter === '\t' ? 'TAB' : file.delimiter,
          })}
          actions={<FileActions workspace={workspace.slug} file={file} />}
        />
        {file.state !== 'uploaded' && (
          <Panel title={t('result')}>
            <Progress file={file} />
          </Panel>
        )}
        {file.wrong.length > 0 && (
          <Panel title={t('wrong')} description={t('wrongBody')}>
            <WrongLines lines={file.wrong} />
          </Panel>
        )}
        {waits && (
          <Panel title={t('format')} description={t('formatBody')}>
            <FormatForm workspace={workspace.slug} file={file} />
          </Panel>
        )}
        {waits && (
          <Panel title={t('mapping')} description={t('mappingBody')}>
            <MappingForm workspace={workspace.slug} file={file} own={own} />
          </Panel>
        )}
      </div>
    </IslandMessages>
  );
}

type Actions = Readonly<{ workspace: string; file: ImportPageFacts }>;

/** Its report, its stop, and its end. */
async function FileActions({ workspace, file }: Actions) {
  const t = await getTranslations('imports');
  const works = file.state === 'checking' || file.state === 'running';
  const stopped = file.state === 'cancelled';
  return (
    <>
      {file.state !== 'uploaded' && (
        <ButtonLink href={`/api/desk/${workspace}/imports/${file.id}/report`} prefetch={false}>
          <Download aria-hidden />
          {t('report')}
        </ButtonLink>
      )}
      {(works || stopped) && <StopImport workspace={workspace} importId={file.id} stopped={stopped} />}
      {!works && <DeleteImport workspace={workspace} importId={file.id} name={file.fileName} />}
    </>
  );
}
