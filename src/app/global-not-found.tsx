import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Missing } from './missing';
import { ProductDocument } from './product-document';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('common.notFound');
  return { title: `${t('title')} · Kalauz`, robots: { index: false } };
}

/** For addresses that lead to no route at all. */
export default function NowhereAtAll() {
  return (
    <ProductDocument>
      <Missing home="/" />
    </ProductDocument>
  );
}
