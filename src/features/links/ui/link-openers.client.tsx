'use client';

import { Link2, Plus, Send } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useActs } from '@/ui/acts';
import { Button } from '@/ui/button';
import { MenuItem } from '@/ui/menu.client';
import { useLinkDialogs } from './link-provider.client';

/** In the menu of a ticket. */
export function LinkMenuItem() {
  const t = useTranslations('link');
  const { link } = useLinkDialogs();
  return (
    <MenuItem onSelect={link}>
      <Link2 aria-hidden />
      {t('menu')}
    </MenuItem>
  );
}

/** In the panel of links. */
export function LinkButton() {
  const t = useTranslations('link');
  const { link } = useLinkDialogs();
  useActs({ link });
  return (
    <Button size="sm" onClick={link}>
      <Plus aria-hidden />
      {t('add')}
    </Button>
  );
}

/** Opens the answer to all open incidents of a problem. */
export function AnswerButton({
  count,
  isPressing = false,
}: Readonly<{ count: number; isPressing?: boolean }>) {
  const t = useTranslations('link.answer');
  const { answer } = useLinkDialogs();
  return (
    <Button size="sm" variant={isPressing ? 'primary' : 'secondary'} onClick={answer}>
      <Send aria-hidden />
      {t('open', { count })}
    </Button>
  );
}
