/** What two records of one person say of them, where they can differ. */
export type MergedFields = Readonly<{
  givenName: string | null;
  familyName: string | null;
  locale: string | null;
  timeZone: string | null;
  note: string;
  organizationId: string | null;
  tierId: string | null;
  externalId: string | null;
  readsShared: boolean;
  blockedAt: Date | null;
  blockedReason: string;
}>;

/** Why two records were made one: by hand, or by a rule that is sure. */
const MERGE_REASONS = ['by_hand', 'vouched', 'signed_email', 'proved_email'] as const;
export type MergeReason = (typeof MERGE_REASONS)[number];

type Ranked = (tierId: string | null) => number;

/**
 * What the survivor is to say after a merge: its own word holds, gaps are filled from the other. Notes stand one below the
 * other, the higher tier wins (`rankOf` gives 1 for the highest and more for none), a block stays a block, and a leave to
 * read what colleagues asked stays only where both had it.
 */
export function mergedFields(target: MergedFields, source: MergedFields, rankOf: Ranked): MergedFields {
  return {
    givenName: target.givenName ?? source.givenName,
    familyName: target.familyName ?? source.familyName,
    locale: target.locale ?? source.locale,
    timeZone: target.timeZone ?? source.timeZone,
    note: joined(target.note, source.note),
    organizationId: target.organizationId ?? source.organizationId,
    tierId: rankOf(source.tierId) < rankOf(target.tierId) ? source.tierId : target.tierId,
    externalId: target.externalId ?? source.externalId,
    readsShared: target.readsShared && source.readsShared,
    blockedAt: target.blockedAt ?? source.blockedAt,
    blockedReason: target.blockedAt ? target.blockedReason : source.blockedReason,
  };
}

const joined = (own: string, other: string): string =>
  own === other ? own : [own, other].filter(Boolean).join('\n\n');

/**
 * What the survivor is to say when the merge is undone: what it took over goes back to what it was, unless somebody has
 * changed it since; that stays.
 */
export function unmergedFields(
  now: MergedFields,
  { before, after }: Readonly<{ before: MergedFields; after: MergedFields }>,
): MergedFields {
  const fields = Object.keys(now) as (keyof MergedFields)[];
  const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);
  const kept = fields.map((field) => [field, same(now[field], after[field]) ? before[field] : now[field]]);
  return Object.fromEntries(kept) as MergedFields;
}
