import { ChevronLeft, ChevronRight } from 'lucide-react';
import { getTranslations } from 'next-intl/server';
import { Button, ButtonLink } from '@/ui/button';

type Props = Readonly<{ newer: string | null; older: string | null }>;

/** The ways to newer and older tickets; what leads nowhere stays in its place, dimmed. */
export async function Pager({ newer, older }: Props) {
  const t = await getTranslations('desk.list');
  const ways = [
    { href: newer, label: t('newer'), icon: <ChevronLeft aria-hidden /> },
    { href: older, label: t('older'), icon: <ChevronRight aria-hidden /> },
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
