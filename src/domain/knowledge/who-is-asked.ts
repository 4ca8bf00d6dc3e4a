type Review = Readonly<{
  /** Who is named to look at it; null where nobody is. */
  reviewerId: string | null;
  /** Who asks for the look. */
  askedById: string | null;
  /** Everybody who may publish now. */
  publishers: readonly string[];
}>;

/**
 * Who is told that a text waits for a look before it is published: the one who is named, as long as they may publish it and do not
 * ask themselves; else everybody who may publish, but for the one who asks.
 */
export function askedToReview({ reviewerId, askedById, publishers }: Review): readonly string[] {
  const others = publishers.filter((id) => id !== askedById);
  return reviewerId !== null && others.includes(reviewerId) ? [reviewerId] : others;
}

type Due = Readonly<{
  /** Who looks after it; null where nobody does, or where they have left. */
  ownerId: string | null;
  publishers: readonly string[];
}>;

/** Who is told that an article is to be read again: its owner, and everybody who may publish where it has none. */
export const askedToReadAgain = ({ ownerId, publishers }: Due): readonly string[] =>
  ownerId === null ? publishers : [ownerId];
