'use client';

import { Plus } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useTransition } from 'react';
import { toast } from 'sonner';
import type { RuleTemplateKey } from '@/domain/rule/templates';
import { Button } from '@/ui/button';
import { Panel } from '@/ui/panel';
import { createRuleFromTemplateAction } from '../actions';

type Shipped = Readonly<{ key: RuleTemplateKey; name: string }>;
type Props = Readonly<{ workspace: string; templates: readonly Shipped[] }>;

/** Rules that are often needed, to start from. */
export function RuleGallery({ workspace, templates }: Props) {
  const t = useTranslations('rules.gallery');
  const problem = useTranslations('problem');
  const router = useRouter();
  const [pending, start] = useTransition();
  const use = ({ key, name }: Shipped) =>
    start(async () => {
      const made = await createRuleFromTemplateAction(workspace, { template: key });
      if (!made.ok) {
        toast.error(problem(made.error.code));
        return;
      }
      toast(t('added', { name }));
      router.push(`/${workspace}/admin/rules/${made.value.ruleId}`);
    });
  return (
    <Panel title={t('title')} description={t('body')}>
      <ul className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
        {templates.map((template) => (
          <li key={template.key} className="flex flex-col rounded-md border border-line p-3">
            <h3 className="font-medium text-ink">{template.name}</h3>
            <p className="mt-0.5 flex-1 text-ink-soft text-sm">{t(`text.${template.key}`)}</p>
            <div className="mt-2">
              <Button
                size="sm"
                pending={pending}
                aria-label={t('use', { name: template.name })}
                onClick={() => use(template)}
              >
                <Plus aria-hidden />
                {t('add')}
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
