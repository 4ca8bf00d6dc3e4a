import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { phrasesInUse } from '@/domain/tone/dictionary';
import { PHRASE_KINDS, type PhraseKind, toneLanguage } from '@/domain/tone/phrase';
import { toneDictionary, toneSettings } from '@/features/tone/queries';
import { DictionaryPanel } from '@/features/tone/ui/dictionary-panel';
import { ToneSettingsForm } from '@/features/tone/ui/tone-settings-form.client';
import { ToneTry } from '@/features/tone/ui/tone-try.client';
import { IslandMessages } from '@/i18n/island-messages';
import { messagesOf } from '@/i18n/messages';
import { staffPage } from '@/server/auth/require-staff';
import { PageHeader } from '@/ui/page-header';

type Props = Readonly<{
  params: Promise<{ workspace: string }>;
  searchParams: Promise<{ language?: string; kind?: string }>;
}>;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('dictionary');
  return { title: t('title') };
}

export default async function TonePage({ params, searchParams }: Props) {
  const { ctx, workspace } = await staffPage((await params).workspace, 'tone.manage');
  const asked = await searchParams;
  const language = toneLanguage(asked.language ?? null, workspace.locale);
  const kind: PhraseKind = PHRASE_KINDS.find((each) => each === asked.kind) ?? 'negative';
  const [t, common, entries, settings, { dictionary }] = await Promise.all([
    getTranslations('dictionary'),
    getTranslations('common.language'),
    toneDictionary(ctx, language),
    toneSettings(ctx),
    messagesOf(language),
  ]);
  return (
    <IslandMessages namespaces={['dictionary', 'tone', 'common', 'problem']}>
      <div className="flex flex-col gap-6">
        <PageHeader title={t('title')} description={t('description')} />
        <ToneTry
          key={language}
          language={language}
          help={{ phrases: phrasesInUse(entries), settings }}
          sample={dictionary.try.sample}
        />
        <ToneSettingsForm workspace={workspace.slug} settings={settings} />
        <DictionaryPanel
          workspace={workspace.slug}
          language={language}
          kind={kind}
          languageNames={{ en: common('en'), hu: common('hu'), lv: common('lv') }}
          entries={entries}
        />
      </div>
    </IslandMessages>
  );
}
