type Choice = Readonly<{ id: string; name: string }>;
export type BulkChoices = Readonly<{
  people: readonly Choice[];
  teams: readonly Choice[];
  tags: readonly string[];
}>;

/** Whoever changes many tickets at once. */
export type BulkUser = Readonly<{ id: string; timeZone: string; mayTrash: boolean }>;
