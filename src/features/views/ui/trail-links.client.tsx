'use client';

import { ArrowLeft, ChevronDown, ChevronUp } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { useActs } from '@/ui/acts';
import { Button, ButtonLink } from '@/ui/button';
import { Tooltip } from '@/ui/tooltip.client';
import { useShortcuts } from '@/ui/use-shortcuts';

type Props = Readonly<{
  label: string;
  back: Readonly<{ href: string; label: string }>;
  newer: string | null;
  older: string | null;
}>;

/** Back to the list, to the ticket above and to the one below; also by the keys U, K and J. */
export function TrailLinks({ label, back, newer, older }: Props) {
  const t = useTranslations('desk.trail');
  const router = useRouter();
  const to = (href: string | null) => (href === null ? null : () => router.push(href));
  const ways = { back: () => router.push(back.href), newer: to(newer), older: to(older) };
  useShortcuts({
    u: ways.back,
    ...(ways.newer && { k: ways.newer }),
    ...(ways.older && { j: ways.older }),
  });
  useActs(ways);
  return (
    <nav aria-label={label} className="flex items-center gap-0.5">
      <Way href={back.href} label={back.label} keys="U" icon={<ArrowLeft aria-hidden />} />
      <Way href={newer} label={t('newer')} keys="K" icon={<ChevronUp aria-hidden />} />
      <Way href={older} label={t('older')} keys="J" icon={<ChevronDown aria-hidden />} prefetch />
    </nav>
  );
}

type WayProps = Readonly<{
  href: string | null;
  label: string;
  keys: string;
  icon: ReactNode;
  prefetch?: boolean;
}>;

function Way({ href, label, keys, icon, prefetch = false }: WayProps) {
  if (href === null) {
    return (
      <Button variant="ghost" size="icon-sm" aria-label={label} disabled>
        {icon}
      </Button>
    );
  }
  return (
    <Tooltip label={label} keys={[keys]}>
      <ButtonLink
        href={href}
        variant="ghost"
        size="icon-sm"
        aria-label={label}
        prefetch={prefetch ? null : false}
      >
        {icon}
      </ButtonLink>
    </Tooltip>
  );
}
