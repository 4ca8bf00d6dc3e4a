'use client';

import { useTranslations } from 'next-intl';
import { brandColours, isColour } from '@/domain/portal/brand';

type Props = Readonly<{ accent: string; name: string }>;

/** How the brand's colour is painted, in the light and in the dark, as it is typed. */
export function Preview({ accent, name }: Props) {
  const t = useTranslations('portalSetup.look');
  const colours = brandColours(isColour(accent) ? accent : '#4150d0');
  return (
    <section aria-label={t('preview')} className="flex flex-col gap-3">
      {(['light', 'dark'] as const).map((theme) => (
        <div
          key={theme}
          style={{
            background: theme === 'light' ? '#ffffff' : '#121316',
            color: theme === 'light' ? '#16181d' : '#eceef2',
          }}
          className="overflow-hidden rounded-lg border border-line"
        >
          <p className="px-4 py-2 font-semibold">{name}</p>
          <div
            style={{ background: colours.accentSoft[theme] }}
            className="flex flex-wrap items-center gap-4 px-4 py-5"
          >
            <span
              style={{ background: colours.accent[theme], color: colours.onAccent[theme] }}
              className="rounded-md px-3 py-1.5 font-medium"
            >
              {t('button')}
            </span>
            <span style={{ color: colours.accentInk[theme] }} className="underline">
              {t('link')}
            </span>
          </div>
        </div>
      ))}
    </section>
  );
}
