import type { ReactNode } from 'react';
import { ProductDocument, productMetadata, productViewport } from '../product-document';

export const metadata = productMetadata;
export const viewport = productViewport;

export default function StaffDocument({ children }: Readonly<{ children: ReactNode }>) {
  return <ProductDocument>{children}</ProductDocument>;
}
