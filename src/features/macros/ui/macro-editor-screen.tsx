import { ArrowLeft } from 'lucide-react';
import { getTranslations } from 'next-intl/server';
import { IslandMessages } from '@/i18n/island-messages';
import { ButtonLink } from '@/ui/button';
import { Notice } from '@/ui/notice';
import { PageHeader } from '@/ui/page-header';
import { Panel } from '@/ui/panel';
import type { MacroChoices, MacroPage } from '../queries';
import { DeleteMacro } from './delete-macro.client';
import { MacroEditor } from './macro-editor.client';

type Props = Readonly<{
  workspace: string;
  /** Where the list is, such as `/kettle/me/macros`. */
  root: string;
  macro: MacroPage | null;
  choices: MacroChoices;
  /** For whom a new one is at first. */
  audience: MacroPage['audience'];
}>;

/** A macro to change, or a new one. One that may only be used is said to be so. */
export async function MacroEditorScreen({ workspace, root, macro, choices, audience }: Props) {
  const t = await getTranslations('macro');
  return (
    <IslandMessages namespaces={['macro', 'action', 'template', 'problem']}>
      <div className="flex max-w-5xl flex-col gap-5">
        <div>
          <ButtonLink href={root} variant="link" size="sm" className="mb-2">
            <ArrowLeft aria-hidden />
            {t('back')}
          </ButtonLink>
          <PageHeader title={macro?.name ?? t('new')} />
        </div>
        {macro && !macro.mayChange && <Notice>{t('form.readOnly')}</Notice>}
        {(!macro || macro.mayChange) && (
          <MacroEditor
            key={macro?.version}
            workspace={workspace}
            root={root}
            macro={macro}
            choices={choices}
            audience={audience}
          />
        )}
        {macro?.mayChange && (
          <Panel title={t('delete.title')} description={t('delete.body')}>
            <DeleteMacro workspace={workspace} root={root} macroId={macro.id} name={macro.name} />
          </Panel>
        )}
      </div>
    </IslandMessages>
  );
}
