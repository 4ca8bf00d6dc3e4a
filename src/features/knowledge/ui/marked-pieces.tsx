import type { MarkedPiece } from '@/domain/knowledge/highlight';

/** A text with what was looked for marked. */
export function MarkedPieces({ pieces }: Readonly<{ pieces: readonly MarkedPiece[] }>) {
  return pieces.map(({ text, hit }, index) => {
    const key = `${index}-${text.length}`;
    return hit ? (
      <mark key={key} className="rounded-sm bg-warning-soft text-warning-ink">
        {text}
      </mark>
    ) : (
      <span key={key}>{text}</span>
    );
  });
}
