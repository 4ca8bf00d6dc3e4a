'use client';

import { useTranslations } from 'next-intl';
import { useOptimistic, useState, useTransition } from 'react';
import { toast } from 'sonner';
import { RULE_KINDS, type RuleKind } from '@/domain/rule/rule';
import { orderRulesAction } from '../actions';
import { type RuleItem, RuleListItem } from './rule-list-item.client';

type Props = Readonly<{ workspace: string; rules: readonly RuleItem[] }>;

const HEADS = {
  trigger: { title: 'triggers', body: 'triggersBody' },
  automation: { title: 'automations', body: 'automationsBody' },
} as const;

/** All rules, those on events and those on time, each in the order in which they are tried. */
export function RuleLists({ workspace, rules }: Props) {
  const t = useTranslations('rules');
  const sentence = useTranslations('problem');
  const [order, setOrder] = useOptimistic(rules);
  const [said, setSaid] = useState('');
  const [dragged, setDragged] = useState<string | null>(null);
  const [, start] = useTransition();
  const ofKind = (kind: RuleKind) => order.filter((rule) => rule.kind === kind);

  function move(item: RuleItem, to: number): void {
    const own = ofKind(item.kind);
    if (to < 0 || to >= own.length || own[to]?.id === item.id) return;
    const others = own.filter(({ id }) => id !== item.id);
    const moved = [...others.slice(0, to), item, ...others.slice(to)];
    const next = RULE_KINDS.flatMap((kind) => (kind === item.kind ? moved : ofKind(kind)));
    start(async () => {
      setOrder(next);
      setSaid(t('moved', { name: item.name, place: to + 1, count: own.length }));
      const done = await orderRulesAction(workspace, { ruleIds: next.map(({ id }) => id) });
      if (!done.ok) toast.error(sentence(done.error.code));
    });
  }

  function drop(kind: RuleKind, to: number): void {
    const item = order.find(({ id }) => id === dragged);
    if (item?.kind === kind) move(item, to);
  }

  return (
    <>
      <p aria-live="polite" className="sr-only">
        {said}
      </p>
      {RULE_KINDS.map((kind) => (
        <section key={kind} aria-labelledby={`rules-${kind}`}>
          <h2 id={`rules-${kind}`} className="font-semibold text-ink text-lg">
            {t(HEADS[kind].title)}
          </h2>
          <p className="mb-3 text-ink-soft text-sm">{t(HEADS[kind].body)}</p>
          {ofKind(kind).length === 0 && <p className="text-ink-faint">{t('none')}</p>}
          <ol aria-label={t(`list.${kind}`)} className="flex flex-col gap-2">
            {ofKind(kind).map((item, index) => (
              <RuleListItem
                key={item.id}
                workspace={workspace}
                item={item}
                place={{ index, count: ofKind(kind).length }}
                dragged={dragged}
                onDrag={setDragged}
                onDrop={() => drop(kind, index)}
                onMove={(step) => move(item, index + step)}
              />
            ))}
          </ol>
        </section>
      ))}
    </>
  );
}
