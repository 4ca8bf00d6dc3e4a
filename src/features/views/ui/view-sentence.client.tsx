'use client';

import type { ViewCondition } from '@/domain/condition/view-fields';
import type { Names } from '@/features/conditions/ui/names';
import { useConditionText } from '@/features/conditions/ui/use-condition-text';
import { usePersonalNames } from './personal-names';

type Props = Readonly<{ conditions: ViewCondition; names: Names }>;

/** What a view asks, as a part of a sentence. */
export function ViewSentence({ conditions, names }: Props) {
  const say = useConditionText({ ...names, ...usePersonalNames() });
  return <p className="first-letter:uppercase">{say(conditions)}</p>;
}
