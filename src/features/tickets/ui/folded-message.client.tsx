'use client';

import { ChevronRight, Lock } from 'lucide-react';
import Link from 'next/link';
import { usePathname, useSearchParams } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { Moment } from './moment';

type Props = Readonly<{ id: string; name: string; preview: string; isNote: boolean; at: Date }>;

/** An older message as one line; a press unfolds it, and the address remembers that. */
export function FoldedMessage({ id, name, preview, isNote, at }: Props) {
  const t = useTranslations('ticket.message');
  const search = new URLSearchParams(useSearchParams());
  const open = search.get('open');
  search.set('open', open ? `${open},${id}` : id);
  return (
    <Link
      href={`${usePathname()}?${search}`}
      replace
      scroll={false}
      prefetch={false}
      title={t('unfold')}
      className="folded-message"
    >
      <ChevronRight aria-hidden />
      <h3>{name}</h3>
      {isNote && <Lock role="img" aria-label={t('note')} />}
      <span>{preview}</span>
      <Moment at={at} />
    </Link>
  );
}
