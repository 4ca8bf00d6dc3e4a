import { BookOpenText, Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { DictionaryEntry } from '@/domain/tone/dictionary';
import { PHRASE_KINDS, type PhraseKind, TONE_LANGUAGES, type ToneLanguage } from '@/domain/tone/phrase';
import { Badge } from '@/ui/badge';
import { Button } from '@/ui/button';
import { classNames } from '@/ui/class-names';
import { type Column, DataTable } from '@/ui/data-table';
import { EmptyState } from '@/ui/empty-state';
import { TabLinks } from '@/ui/tab-links';
import { PhraseActions } from './phrase-actions.client';
import { PhraseDialog } from './phrase-dialog.client';

type Props = Readonly<{
  workspace: string;
  language: ToneLanguage;
  kind: PhraseKind;
  /** The names of the languages in the reader's language. */
  languageNames: Readonly<Record<ToneLanguage, string>>;
  entries: readonly DictionaryEntry[];
}>;

/** The dictionary of one language, one kind of phrase at a time. */
export function DictionaryPanel({ workspace, language, kind, languageNames, entries }: Props) {
  const t = useTranslations('dictionary');
  const address = (to: Readonly<{ language: ToneLanguage; kind: PhraseKind }>) =>
    `/${workspace}/admin/tone?language=${to.language}&kind=${to.kind}`;
  return (
    <section aria-label={t('table.title')} className="flex flex-col gap-4">
      <header className="flex flex-wrap items-end justify-between gap-3">
        <div>
          <h2 className="font-semibold text-ink text-lg">{t('table.title')}</h2>
          <p className="text-ink-soft text-sm">{t('table.body')}</p>
        </div>
        <PhraseDialog
          workspace={workspace}
          language={language}
          kind={kind}
          trigger={
            <Button>
              <Plus aria-hidden />
              {t('phrase.add')}
            </Button>
          }
        />
      </header>
      <TabLinks
        label={t('table.languages')}
        tabs={TONE_LANGUAGES.map((each) => ({
          href: address({ language: each, kind }),
          label: languageNames[each],
          current: each === language,
        }))}
      />
      <TabLinks
        label={t('table.kinds')}
        tabs={PHRASE_KINDS.map((each) => ({
          href: address({ language, kind: each }),
          label: t(`kind.${each}`),
          current: each === kind,
        }))}
      />
      <PhraseTable
        workspace={workspace}
        language={language}
        kind={kind}
        entries={entries.filter((each) => each.kind === kind)}
      />
    </section>
  );
}

function PhraseTable({ workspace, language, kind, entries }: Omit<Props, 'languageNames'>) {
  const t = useTranslations('dictionary');
  const columns: Column<DictionaryEntry>[] = [
    {
      key: 'phrase',
      head: t('table.phrase'),
      cell: ({ phrase, source }) => (
        <span className="flex flex-wrap items-center gap-2">
          <span
            lang={language}
            className={classNames(
              'font-medium',
              source === 'removed' ? 'text-ink-faint line-through' : 'text-ink',
            )}
          >
            {phrase}
          </span>
          {source !== 'shipped' && <Badge>{t(`table.source.${source}`)}</Badge>}
        </span>
      ),
    },
    {
      key: 'instead',
      head: t('table.instead'),
      wide: true,
      cell: ({ alternatives }) => (
        <span lang={language} className="text-ink-soft">
          {alternatives.join(' · ') || t('table.none')}
        </span>
      ),
    },
    {
      key: 'actions',
      kind: 'actions',
      head: t('table.actions'),
      cell: (entry) => <PhraseActions workspace={workspace} language={language} entry={entry} />,
    },
  ];
  return (
    <DataTable
      caption={t(`kind.${kind}`)}
      columns={columns}
      rows={entries}
      rowKey={({ phrase }) => phrase}
      empty={<EmptyState icon={BookOpenText} title={t('table.empty')} />}
    />
  );
}
