'use client';

import { Braces } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useContext } from 'react';
import {
  TEMPLATE_VARIABLE_NAMES,
  TEMPLATE_VARIABLES,
  type TemplateVariable,
} from '@/domain/template/variables';
import { Button } from '@/ui/button';
import { Menu, MenuItem, MenuLabel } from '@/ui/menu.client';
import { ActionContext } from './action-world';

type Props = Readonly<{ onChoose: (name: TemplateVariable) => void }>;

const GROUPS = [...new Set(TEMPLATE_VARIABLE_NAMES.map((name) => TEMPLATE_VARIABLES[name].group))];

/** All variables of texts by what they are about. */
export function VariableMenu({ onChoose }: Props) {
  const t = useTranslations('template');
  const { own, ofCustomers } = useContext(ActionContext);
  return (
    <Menu
      align="end"
      trigger={
        <Button variant="ghost" size="icon" aria-label={t('insert')} title={t('insert')}>
          <Braces aria-hidden />
        </Button>
      }
    >
      {GROUPS.map((group) => (
        <div key={group}>
          <MenuLabel>{t(`group.${group}`)}</MenuLabel>
          {TEMPLATE_VARIABLE_NAMES.filter((name) => TEMPLATE_VARIABLES[name].group === group).map((name) => (
            <MenuItem key={name} onSelect={() => onChoose(name)}>
              {t(`variable.${name}`)}
            </MenuItem>
          ))}
        </div>
      ))}
      {own.length > 0 && <MenuLabel>{t('group.field')}</MenuLabel>}
      {own.map(({ key, name }) => (
        <MenuItem key={key} onSelect={() => onChoose(`field.${key}`)}>
          {name}
        </MenuItem>
      ))}
      {ofCustomers.length > 0 && <MenuLabel>{t('group.customerField')}</MenuLabel>}
      {ofCustomers.map(({ key, name }) => (
        <MenuItem key={key} onSelect={() => onChoose(`customer.field.${key}`)}>
          {name}
        </MenuItem>
      ))}
    </Menu>
  );
}
