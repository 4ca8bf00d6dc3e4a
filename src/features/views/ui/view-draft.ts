import type { ViewCondition } from '@/domain/condition/view-fields';
import { USUAL_COLUMNS, type ViewAudience, type ViewLook } from '@/domain/view/saved-view';
import {
  formConditionOf,
  type GroupDraft,
  groupDraft,
  wrongInGroup,
} from '@/features/conditions/ui/condition-draft';
import type { SavedViewPage } from '../saved-views';

/** A view as its form holds it. */
export type ViewDraft = Readonly<{
  name: string;
  audience: ViewAudience;
  /** Empty where no team is chosen. */
  teamId: string;
  conditions: GroupDraft;
  look: ViewLook;
}>;

const OPEN_WORK: ViewCondition = {
  field: 'status',
  operator: 'is_any_of',
  values: ['new', 'open', 'pending', 'on_hold'],
};

/** The form of a view, or of a new one, which begins with open work unless something else is asked. */
export function viewDraft(
  view: SavedViewPage | null,
  begun: ViewCondition = { all: [OPEN_WORK] },
): ViewDraft {
  return {
    name: view?.name ?? '',
    audience: view?.audience ?? 'personal',
    teamId: view?.teamId ?? '',
    conditions: groupDraft(view ? view.conditions : begun),
    look: view
      ? { columns: view.columns, sort: view.sort, groupBy: view.groupBy, density: view.density }
      : { columns: USUAL_COLUMNS, sort: 'activity', groupBy: null, density: null },
  };
}

/** What the form says, as it is sent. A form in which something is wrong must have been refused before. */
export const termsOfDraft = ({ name, audience, teamId, conditions, look }: ViewDraft) => ({
  name,
  audience,
  teamId: audience === 'team' ? teamId : null,
  conditions: formConditionOf(conditions) as ViewCondition | null,
  ...look,
  columns: [...look.columns],
});

export type ViewWrong = Readonly<{ name: boolean; team: boolean; conditions: readonly string[] }>;

/** What is missing in a form; null when nothing is. */
export function wrongInView({ name, audience, teamId, conditions }: ViewDraft): ViewWrong | null {
  const wrong = {
    name: name.trim() === '',
    team: audience === 'team' && teamId === '',
    conditions: wrongInGroup(conditions),
  };
  return wrong.name || wrong.team || wrong.conditions.length > 0 ? wrong : null;
}
