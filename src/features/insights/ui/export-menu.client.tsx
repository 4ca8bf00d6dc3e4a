'use client';

import { Download } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '@/ui/button';
import { Menu, MenuFile, MenuLabel, MenuSeparator } from '@/ui/menu.client';

type Props = Readonly<{
  /** Where the file is made, with everything that is asked for. */
  address: string;
  /** The tables that can be had as CSV, by name. */
  parts: readonly Readonly<{ key: string; name: string }>[];
}>;

/** Takes a board or a number home: all of it for Excel, or one table as CSV. */
export function ExportMenu({ address, parts }: Props) {
  const t = useTranslations('insights.export');
  const join = address.includes('?') ? '&' : '?';
  return (
    <Menu
      align="end"
      trigger={
        <Button>
          <Download aria-hidden />
          {t('button')}
        </Button>
      }
    >
      <MenuFile href={`${address}${join}format=xlsx`}>{t('excel')}</MenuFile>
      <MenuSeparator />
      <MenuLabel>{t('csv')}</MenuLabel>
      {parts.map(({ key, name }) => (
        <MenuFile key={key} href={`${address}${join}format=csv&part=${key}`}>
          {name}
        </MenuFile>
      ))}
    </Menu>
  );
}
