import { ChevronLeft, ChevronRight } from 'lucide-react';
import { getTranslations } from 'next-intl/server';
import { Button, ButtonLink } from '@/ui/button';

type Props = Readonly<{ newer: string | null; older: string | null; byDue?: boolean }>;

/** The ways to newer and older tickets; what leads nowhere stays in its place, dimmed. */
export async function Pager({ newer, older, byDue = false }: Props) {
  const [t, due] = await Promise.all([getTranslations('desk.list'), getTranslations('sla.list')]);
  const ways = [
    { href: newer, label: byDue ? due('sooner') : t('newer'), icon: <ChevronLeft aria-hidden /> },
    { href: older, label: byDue ? due('later') : t('older'), icon: <ChevronRight aria-hidden /> },
  ];
  return (
    <nav aria-label={t('pages')} className="flex gap-1">
      {ways.map(({ href, label, icon }) =>
        href ? (
          <ButtonLink
            key={label}
            href={href}
            variant="ghost"
            size="icon-sm"
            aria-label={label}
            title={label}
            prefetch={false}
          >
            {icon}
          </ButtonLink>
        ) : (
          <Button key={label} variant="ghost" size="icon-sm" aria-label={label} disabled>
            {icon}
          </Button>
        ),
      )}
    </nav>
  );
}
