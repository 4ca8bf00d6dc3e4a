import { ArrowLeft } from 'lucide-react';
import { getTranslations } from 'next-intl/server';
import { IslandMessages } from '@/i18n/island-messages';
import { env } from '@/server/env';
import { ButtonLink } from '@/ui/button';
import { PageHeader } from '@/ui/page-header';
import { Panel } from '@/ui/panel';
import type { FormPage } from '../queries';
import { CopyLine } from './copy-line.client';
import { FormEditor } from './form-editor.client';
import { FormHealth } from './form-health';
import { TryForm } from './try-form.client';

/** A form to change, or a new one; how it looks, a way to try it, and what to put on one's pages. */
export async function FormEditorScreen({ workspace, page }: Readonly<{ workspace: string; page: FormPage }>) {
  const t = await getTranslations('formSetup');
  const { form } = page;
  const home = new URL(env().PUBLIC_URL).origin;
  const address = form ? `${home}/form/${form.publicKey}` : '';
  return (
    <IslandMessages namespaces={['formSetup', 'fields.form', 'customer.consent.kind']}>
      <div className="flex max-w-6xl flex-col gap-5">
        <div>
          <ButtonLink href={`/${workspace}/admin/forms`} variant="link" size="sm" className="mb-2">
            <ArrowLeft aria-hidden />
            {t('back')}
          </ButtonLink>
          <PageHeader title={form?.name ?? t('new')} />
        </div>
        {page.light && <FormHealth light={page.light} />}
        <FormEditor workspace={workspace} page={page} />
        {form && (
          <Panel title={t('test.title')} description={t('test.body')}>
            <TryForm workspace={workspace} formId={form.id} />
          </Panel>
        )}
        {form && (
          <Panel title={t('form.embed')} description={t('form.embedBody')}>
            <div className="flex flex-col gap-4">
              <CopyLine
                label={t('form.embed')}
                code={`<script async src="${home}/form.js" data-form="${form.publicKey}"></script>`}
              />
              <CopyLine
                label={t('form.frame')}
                code={`<iframe src="${address}?embedded=1" title="${form.name.replaceAll('"', '&quot;')}" width="100%" height="640"></iframe>`}
              />
            </div>
          </Panel>
        )}
      </div>
    </IslandMessages>
  );
}
