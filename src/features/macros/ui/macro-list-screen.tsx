import { Download, Plus, Zap } from 'lucide-react';
import { getTranslations } from 'next-intl/server';
import { IslandMessages } from '@/i18n/island-messages';
import { ButtonLink } from '@/ui/button';
import { EmptyState } from '@/ui/empty-state';
import { PageHeader } from '@/ui/page-header';
import type { MacroList as Listed } from '../queries';
import { ImportMacros } from './import-macros.client';
import { MacroList } from './macro-list.client';
import { MacroSentence } from './macro-sentence';

type Props = Readonly<{
  workspace: string;
  /** Where this list is, such as `/kettle/me/macros`. */
  root: string;
  which: 'shared' | 'mine';
  list: Listed;
}>;

/** The macros of the workspace, or those that one person can use. */
export async function MacroListScreen({ workspace, root, which, list }: Props) {
  const t = await getTranslations('macro');
  const items = list.macros.map(({ actions, ...macro }) => ({
    ...macro,
    sentence: <MacroSentence macro={{ ...macro, actions }} names={list.names} />,
  }));
  const create = (
    <ButtonLink href={`${root}/new`} variant="primary">
      <Plus aria-hidden />
      {t('new')}
    </ButtonLink>
  );
  return (
    <IslandMessages namespaces={['macro', 'action', 'problem']}>
      <div className="flex flex-col gap-6">
        <PageHeader
          title={t(which === 'mine' ? 'mineTitle' : 'title')}
          description={t(which === 'mine' ? 'mineDescription' : 'description')}
          actions={
            <>
              <ImportMacros workspace={workspace} audience={which === 'mine' ? 'personal' : 'everyone'} />
              <ButtonLink
                href={`/api/desk/${workspace}/macros/export?which=${which}`}
                prefetch={false}
                download
              >
                <Download aria-hidden />
                {t('export')}
              </ButtonLink>
              {create}
            </>
          }
        />
        {items.length > 0 ? (
          <MacroList workspace={workspace} root={root} macros={items} />
        ) : (
          <EmptyState icon={Zap} title={t('emptyTitle')}>
            {t('emptyBody')}
          </EmptyState>
        )}
      </div>
    </IslandMessages>
  );
}
