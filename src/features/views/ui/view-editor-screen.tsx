import { ArrowLeft } from 'lucide-react';
import { getTranslations } from 'next-intl/server';
import { IslandMessages } from '@/i18n/island-messages';
import { ButtonLink } from '@/ui/button';
import { Notice } from '@/ui/notice';
import { PageHeader } from '@/ui/page-header';
import { Panel } from '@/ui/panel';
import type { BegunView, SavedViewPage, ViewChoices } from '../saved-views';
import { DeleteView } from './delete-view.client';
import { ViewEditor } from './view-editor.client';
import { savedHref } from './view-links';
import { ViewSentence } from './view-sentence.client';

type Props = Readonly<{
  workspace: string;
  view: SavedViewPage | null;
  /** What a new view begins with; absent: with open work. */
  begun?: BegunView | null;
  choices: ViewChoices;
}>;

/** A view to change, or a new one. One that may only be looked at says what it asks. */
export async function ViewEditorScreen({ workspace, view, begun = null, choices }: Props) {
  const t = await getTranslations('views');
  return (
    <IslandMessages namespaces={['views', 'condition', 'problem', 'sla.duration']}>
      <div className="mx-auto flex w-full max-w-5xl flex-col gap-5 px-4 py-6 sm:px-8 sm:py-8">
        <div>
          <ButtonLink
            href={view ? savedHref(workspace, view.id) : `/${workspace}/views`}
            variant="link"
            size="sm"
            className="mb-2"
          >
            <ArrowLeft aria-hidden />
            {t(view ? 'toList' : 'toViews')}
          </ButtonLink>
          <PageHeader title={view?.name ?? t('new')} />
        </div>
        {view && !view.mayChange ? (
          <>
            <Notice>{t('readOnly')}</Notice>
            <Panel title={t('conditions')}>
              <ViewSentence conditions={view.conditions} names={view.names} />
            </Panel>
          </>
        ) : (
          <ViewEditor key={view?.version} workspace={workspace} view={view} begun={begun} choices={choices} />
        )}
        {view?.mayChange && (
          <Panel title={t('delete.title')} description={t('delete.body')}>
            <DeleteView workspace={workspace} viewId={view.id} name={view.name} />
          </Panel>
        )}
      </div>
    </IslandMessages>
  );
}
