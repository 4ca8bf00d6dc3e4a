import type { Metadata, Viewport } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { CommonMessages } from '@/i18n/island-messages';
import { signedIn } from '@/server/auth/signed-in';
import { Toaster } from '@/ui/toaster.client';
import '@fontsource-variable/inter/wght.css';
import './globals.css';

export const productMetadata: Metadata = {
  title: { default: 'Kalauz', template: '%s · Kalauz' },
  robots: { index: false, follow: false },
};

export const productViewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#ffffff' },
    { media: '(prefers-color-scheme: dark)', color: '#121316' },
  ],
};

/** The document of everything but the portal: in the language and the look that the signed-in person chose. */
export async function ProductDocument({ children }: Readonly<{ children: ReactNode }>) {
  const [session, locale, common] = await Promise.all([signedIn(), getLocale(), getTranslations('common')]);
  return (
    <html
      lang={locale}
      data-theme={session?.user.theme ?? 'system'}
      data-density={session?.user.density ?? 'comfortable'}
      data-shortcuts={session?.user.shortcuts === false ? 'off' : 'on'}
    >
      <body>
        <CommonMessages>{children}</CommonMessages>
        <Toaster label={common('notifications')} closeLabel={common('close')} />
      </body>
    </html>
  );
}
