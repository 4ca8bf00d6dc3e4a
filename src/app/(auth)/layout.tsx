import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { LanguageChoice } from '@/features/account/ui/language-choice.client';
import { IslandMessages } from '@/i18n/island-messages';
import { Mark } from '@/ui/mark';
import { ProductDocument, productMetadata, productViewport } from '../product-document';

export const metadata = productMetadata;
export const viewport = productViewport;

/** The frame of all pages that need no sign-in: the name above, one card, the languages below. */
export default async function AuthLayout({ children }: Readonly<{ children: ReactNode }>) {
  const common = await getTranslations('common');
  return (
    <ProductDocument>
      <IslandMessages namespaces={['auth', 'problem']}>
        <div className="flex min-h-dvh flex-col items-center bg-sunken px-4 py-8 sm:py-16">
          <header className="mb-6 flex items-center gap-2.5">
            <Mark />
            <span className="font-semibold text-ink text-xl tracking-tight">{common('product')}</span>
          </header>
          {children}
          <footer className="mt-6">
            <LanguageChoice />
          </footer>
        </div>
      </IslandMessages>
    </ProductDocument>
  );
}
