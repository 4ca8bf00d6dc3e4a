import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Missing } from '../missing';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('common.notFound');
  return { title: t('title') };
}

export default function NotFound() {
  return <Missing home="/" />;
}
