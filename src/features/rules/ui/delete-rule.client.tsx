'use client';

import { useTranslations } from 'next-intl';
import { DeleteDialog } from '@/ui/delete-dialog.client';
import { deleteRuleAction } from '../actions';

type Props = Readonly<{ workspace: string; ruleId: string; name: string }>;

/** Deletes a rule, after asking by name. */
export function DeleteRule({ workspace, ruleId, name }: Props) {
  const t = useTranslations('rules.delete');
  return (
    <DeleteDialog
      words={{
        button: t('button'),
        sure: t('sure', { name }),
        body: t('forGood'),
        done: t('done', { name }),
      }}
      remove={() => deleteRuleAction(workspace, { ruleId })}
      leadTo={`/${workspace}/admin/rules`}
    />
  );
}
