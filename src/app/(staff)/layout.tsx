import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { OfflinePage } from '@/ui/offline-page.client';
import { ProductDocument, productMetadata, productViewport } from '../product-document';

/** The desk can be put on the screen of a phone or a computer like an app. */
export const metadata: Metadata = {
  ...productMetadata,
  manifest: '/desk.webmanifest',
  icons: { icon: '/icon.svg', apple: '/icons/apple-180.png' },
};
export const viewport = productViewport;

export default function StaffDocument({ children }: Readonly<{ children: ReactNode }>) {
  return (
    <ProductDocument>
      {children}
      <OfflinePage />
    </ProductDocument>
  );
}
