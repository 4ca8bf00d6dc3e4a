'use client';

import { CircleAlert } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { MACRO_TEXT_KINDS } from '@/domain/macro/macro';
import { Field } from '@/ui/field';
import { Panel } from '@/ui/panel';
import { Select } from '@/ui/select';
import { LANGUAGES, type MacroDraft, type MacroWrong } from './macro-draft';

const TextEditor = dynamic(
  () => import('@/features/actions/ui/text-editor.client').then((module) => module.TextEditor),
  {
    ssr: false,
    loading: () => <div className="h-44" />,
  },
);

type Props = Readonly<{
  draft: MacroDraft;
  wrong: MacroWrong | null;
  onChange: (change: Partial<MacroDraft>) => void;
}>;

/** What a macro says, in each language, and what becomes of it. */
export function MacroTextFields({ draft, wrong, onChange }: Props) {
  const t = useTranslations('macro.form');
  const languages = useTranslations('common.language');
  const { texts } = draft;
  return (
    <Panel title={t('text')} description={t('textBody')}>
      <div className="flex flex-col gap-4">
        <Field label={t('textKind')} className="max-w-xl">
          <Select
            value={draft.textKind}
            onChange={({ target }) => onChange({ textKind: target.value as MacroDraft['textKind'] })}
          >
            {MACRO_TEXT_KINDS.map((kind) => (
              <option key={kind} value={kind}>
                {t(`textKinds.${kind}`)}
              </option>
            ))}
          </Select>
        </Field>
        {LANGUAGES.map((language) => {
          const unknown = wrong?.unknown[language];
          const label = t('textIn', { language: languages(language) });
          return (
            <div key={language}>
              <p className="mb-1 font-medium text-ink text-sm">{label}</p>
              <TextEditor
                html={texts[language]}
                label={label}
                lang={language}
                invalid={unknown !== undefined}
                onChange={(html) => onChange({ texts: { ...texts, [language]: html } })}
              />
              {unknown && (
                <p role="alert" className="mt-1 flex items-start gap-1.5 text-danger-ink text-sm">
                  <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
                  {t('unknown', { names: unknown })}
                </p>
              )}
            </div>
          );
        })}
      </div>
    </Panel>
  );
}
