import { useTranslations } from 'next-intl';
import { IslandMessages } from '@/i18n/island-messages';
import { Panel } from '@/ui/panel';
import type { OwnFieldsOf } from '../queries';
import { OwnFieldsForm } from './own-fields-form.client';

type Props = Readonly<{
  workspace: string;
  entity: 'customer' | 'organization';
  ownerId: string;
  fields: OwnFieldsOf;
  mayWrite: boolean;
}>;

/** The own fields of a customer or an organization as a part of their page; nothing where the workspace has none. */
export function OwnFieldsPanel(props: Props) {
  const t = useTranslations('fields.own');
  const { definitions, values } = props.fields;
  const hasSome = definitions.some(({ id, archived }) => !archived || values[id] !== undefined);
  if (!hasSome) return null;
  return (
    <Panel title={t('title')}>
      <IslandMessages namespaces={['fields.own']}>
        <OwnFieldsForm key={props.ownerId} {...props} />
      </IslandMessages>
    </Panel>
  );
}
