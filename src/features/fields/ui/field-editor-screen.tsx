import { ArrowLeft } from 'lucide-react';
import { getLocale, getTranslations } from 'next-intl/server';
import { type FieldDefinition, type FieldEntity, fieldName } from '@/domain/field/field';
import { IslandMessages } from '@/i18n/island-messages';
import { ButtonLink } from '@/ui/button';
import { PageHeader } from '@/ui/page-header';
import { Panel } from '@/ui/panel';
import type { FieldPage } from '../queries';
import { DeleteField } from './delete-field.client';
import { FieldEditor } from './field-editor.client';

type Props = Readonly<{
  workspace: string;
  entity: FieldEntity;
  page: FieldPage | null;
  fields: readonly FieldDefinition[];
}>;

/** A field to change, or a new one. */
export async function FieldEditorScreen({ workspace, entity, page, fields }: Props) {
  const [t, locale] = await Promise.all([getTranslations('fields'), getLocale()]);
  const root = `/${workspace}/admin/fields?entity=${entity}`;
  const field = page?.field ?? null;
  return (
    <IslandMessages namespaces={['fields']}>
      <div className="flex max-w-5xl flex-col gap-5">
        <div>
          <ButtonLink href={root} variant="link" size="sm" className="mb-2">
            <ArrowLeft aria-hidden />
            {t('back')}
          </ButtonLink>
          <PageHeader
            title={field ? fieldName(field, locale) : t(`new.${entity}`)}
            description={page && t('uses', { count: page.uses, beyond: String(page.usesBeyond) })}
          />
        </div>
        <FieldEditor
          key={field?.version}
          workspace={workspace}
          entity={entity}
          field={field}
          others={fields.filter(({ id }) => id !== field?.id)}
        />
        {page && field && (
          <Panel title={t('delete.title')} description={t(page.uses > 0 ? 'delete.used' : 'delete.body')}>
            {page.uses === 0 && (
              <DeleteField
                workspace={workspace}
                root={root}
                fieldId={field.id}
                name={fieldName(field, locale)}
              />
            )}
          </Panel>
        )}
      </div>
    </IslandMessages>
  );
}
