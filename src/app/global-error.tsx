'use client';

import english from '@/i18n/messages/en/common.json' with { type: 'json' };
import hungarian from '@/i18n/messages/hu/common.json' with { type: 'json' };
import latvian from '@/i18n/messages/lv/common.json' with { type: 'json' };
import './globals.css';

const TEXTS = { en: english, hu: hungarian, lv: latvian };

/** Stands in for the whole page when even its frame broke; it can rely on nothing, so it brings its own words. */
export default function GlobalError({ error }: Readonly<{ error: Error & { digest?: string } }>) {
  const language = typeof navigator === 'undefined' ? 'en' : navigator.language.slice(0, 2);
  const locale = language in TEXTS ? (language as keyof typeof TEXTS) : 'en';
  const { broken, tryAgain } = TEXTS[locale];
  return (
    <html lang={locale} data-theme="system">
      <body>
        <main className="mx-auto max-w-md px-6 py-24 text-center">
          <h1 className="font-semibold text-lg">{broken.title}</h1>
          <p className="mt-2 text-ink-soft">{error.digest ? broken.body : broken.noNumber}</p>
          {error.digest && <p className="mt-2 font-mono">{error.digest}</p>}
          <button
            type="button"
            className="mt-6 text-accent-ink underline"
            onClick={() => window.location.reload()}
          >
            {tryAgain}
          </button>
        </main>
      </body>
    </html>
  );
}
