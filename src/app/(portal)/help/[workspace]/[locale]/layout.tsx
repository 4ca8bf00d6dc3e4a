import type { Metadata, Viewport } from 'next';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { brandStyle } from '@/domain/portal/brand';
import { PortalFrame } from '@/features/portal/ui/portal-frame';
import { CommonMessages } from '@/i18n/island-messages';
import { LOCALES } from '@/i18n/locales';
import { type PortalPlace, portalAt } from '@/server/portal/portal-page';
import '@fontsource-variable/inter/wght.css';
import '../../../../globals.css';
import '../../../portal.css';

type Props = Readonly<{ children: ReactNode; params: Promise<PortalPlace> }>;

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#ffffff' },
    { media: '(prefers-color-scheme: dark)', color: '#121316' },
  ],
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const page = await portalAt(params);
  if (!page) return { robots: { index: false } };
  const { workspace, locale } = page;
  const t = await getTranslations('portal');
  const title = workspace.words[locale]?.title || t('title', { name: workspace.name });
  return { title: { default: title, template: `%s · ${title}` } };
}

/** The document of the portal. It reads no cookies, so that pages below it can be kept for everybody. */
export default async function PortalLayout({ children, params }: Props) {
  const page = await portalAt(params);
  return (
    <html
      lang={page?.locale ?? LOCALES[0]}
      data-theme="system"
      data-density="comfortable"
      data-shortcuts="off"
    >
      <body>
        {page && <style>{brandStyle(page.workspace.accent)}</style>}
        <CommonMessages>
          {page ? <PortalFrame page={page}>{children}</PortalFrame> : <main>{children}</main>}
        </CommonMessages>
      </body>
    </html>
  );
}
