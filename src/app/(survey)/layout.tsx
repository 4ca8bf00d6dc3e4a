import type { ReactNode } from 'react';
import { ProductDocument, productMetadata, productViewport } from '../product-document';

export const metadata = productMetadata;
export const viewport = productViewport;

/** The document of the pages of surveys, which need no sign-in. */
export default function SurveyLayout({ children }: Readonly<{ children: ReactNode }>) {
  return <ProductDocument>{children}</ProductDocument>;
}
