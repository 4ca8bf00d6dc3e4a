'use client';

import { useTranslations } from 'next-intl';
import { CHAT_LANGUAGES } from '@/domain/chat/protocol';
import { Checkbox } from '@/ui/checkbox';
import { Field } from '@/ui/field';
import { Select } from '@/ui/select';
import type { ChatDraft } from './draft';
import { WordsFields } from './words-fields.client';

type Settings = ChatDraft['settings'];
type Props = Readonly<{ settings: Settings; onSettings: (change: Partial<Settings>) => void }>;

/** Colour, corner and language. */
export function LookFields({ settings, onSettings }: Props) {
  const t = useTranslations('chatSetup.form');
  return (
    <div className="grid gap-4 sm:grid-cols-3">
      <Field label={t('colour')}>
        <input
          type="color"
          value={settings.colour}
          onChange={({ target }) => onSettings({ colour: target.value })}
          className="h-control w-full cursor-pointer rounded-md border border-line-strong bg-canvas p-1"
        />
      </Field>
      <Field label={t('position')}>
        <Select
          value={settings.position}
          onChange={({ target }) => onSettings({ position: target.value === 'left' ? 'left' : 'right' })}
        >
          <option value="right">{t('right')}</option>
          <option value="left">{t('left')}</option>
        </Select>
      </Field>
      <Field label={t('defaultLanguage')}>
        <Select
          value={settings.defaultLanguage}
          onChange={({ target }) =>
            onSettings({ defaultLanguage: CHAT_LANGUAGES.find((each) => each === target.value) ?? 'en' })
          }
        >
          {CHAT_LANGUAGES.map((language) => (
            <option key={language} value={language}>
              {t(`language.${language}`)}
            </option>
          ))}
        </Select>
      </Field>
    </div>
  );
}

/** What the chat says before anybody has said a word. */
export function TextFields({ settings, onSettings }: Props) {
  const t = useTranslations('chatSetup.form');
  const { texts } = settings;
  return (
    <div className="flex flex-col gap-4">
      {(['greeting', 'offline', 'launcher'] as const).map((name) => (
        <WordsFields
          key={name}
          legend={t(name)}
          words={texts[name]}
          onWords={(words) => onSettings({ texts: { ...texts, [name]: words } })}
        />
      ))}
    </div>
  );
}

/** What visitors can do beside writing. */
export function OfferFields({ settings, onSettings }: Props) {
  const t = useTranslations('chatSetup.form');
  return (
    <div className="grid gap-2 sm:grid-cols-2">
      {(['files', 'callMe', 'transcript', 'knowledge'] as const).map((name) => (
        <Checkbox
          key={name}
          label={t(name)}
          checked={settings[name]}
          onChange={({ target }) => onSettings({ [name]: target.checked })}
        />
      ))}
    </div>
  );
}
