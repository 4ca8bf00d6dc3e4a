/** What happened to a checklist of a ticket; it changes nothing of the ticket itself. */
export type ChecklistFact =
  | (About & Readonly<{ type: 'checklist.added' | 'checklist.removed' }>)
  | (About &
      Readonly<{
        type: `checklist.item_${'added' | 'moved' | 'removed' | 'done' | 'reopened'}`;
        itemId: string;
        text: string;
      }>)
  | (About & Readonly<{ type: 'checklist.item_changed'; itemId: string; from: string; to: string }>);

type About = Readonly<{ checklistId: string; title: string }>;
