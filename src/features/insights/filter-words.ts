import type { Dimension } from '@/domain/metrics/dimensions';
import { type Asked, FILTER_NAMES, type FilterName } from './asked';
import type { PartNames } from './part-names';
import type { FilterChoices } from './queries';

type Says = Readonly<{
  by: (name: FilterName) => string;
  partNames: (by: Dimension) => PartNames;
}>;

/** What a board is narrowed by, as a name and what it is to be: "Team: Support". Nothing where it is not narrowed. */
export function filterWords(
  { filters }: Pick<Asked, 'filters'>,
  choices: FilterChoices,
  { by, partNames }: Says,
): readonly Readonly<{ name: string; value: string }>[] {
  const known: Partial<Record<FilterName, readonly Readonly<{ id: string; name: string }>[]>> = {
    team: choices.teams,
    agent: choices.agents,
    tag: choices.tags,
    tier: choices.tiers,
    account: choices.accounts,
    organization: choices.organizations,
  };
  return FILTER_NAMES.flatMap((name) => {
    const values = filters[name];
    if (!values) return [];
    const named = (value: string) => known[name]?.find(({ id }) => id === value)?.name ?? null;
    return [
      { name: by(name), value: values.map((value) => partNames(name)(value, named(value))).join(', ') },
    ];
  });
}
