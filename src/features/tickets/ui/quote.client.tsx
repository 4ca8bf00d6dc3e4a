'use client';

import { TextQuote } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { Button } from '@/ui/button';
import { Kbd } from '@/ui/kbd';
import { useShortcuts } from '@/ui/use-shortcuts';
import { chosenPassage, type Passage, wholePassage } from './said-passage';
import { useStage } from './stage.client';

const GAP = 8;
const HEIGHT = 32;

/** A button beside words that are chosen in a message, and a key: they stand as a quotation in the composer then. */
export function QuoteChosen() {
  const t = useTranslations('ticket.message');
  const { quote } = useStage();
  const [chosen, setChosen] = useChosen();
  const take = (passage: Passage | null) => {
    if (!passage || !quote) return;
    quote(passage);
    document.getSelection()?.removeAllRanges();
    setChosen(null);
  };
  useShortcuts({ Q: () => take(chosenPassage()) });
  if (!chosen || !quote) return null;
  const above = chosen.top - HEIGHT - GAP;
  return (
    <div
      style={{ top: above > HEIGHT ? above : chosen.bottom + GAP, left: Math.max(chosen.left, GAP) }}
      className="appear fixed z-20"
    >
      <Button
        size="sm"
        aria-keyshortcuts="Shift+Q"
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => take(chosen)}
        className="shadow-raised"
      >
        <TextQuote aria-hidden />
        {t('quote')}
        <span aria-hidden className="max-lg:hidden">
          <Kbd>Shift+Q</Kbd>
        </span>
      </Button>
    </div>
  );
}

/** Quotes what is chosen of this message, or all that is seen of it. */
export function QuoteButton() {
  const t = useTranslations('ticket.message');
  const { quote } = useStage();
  if (!quote) return null;
  return (
    <Button
      variant="ghost"
      size="sm"
      className="-ml-2"
      onMouseDown={(event) => event.preventDefault()}
      onClick={({ currentTarget }) => {
        const whole = wholePassage(currentTarget);
        const chosen = chosenPassage();
        const isHere = chosen && whole && chosen.at === whole.at && chosen.author === whole.author;
        const passage = isHere ? chosen : whole;
        if (passage) quote(passage);
      }}
    >
      <TextQuote aria-hidden />
      {t('quote')}
    </Button>
  );
}

/** What is chosen now; nothing while it is being scrolled away. */
function useChosen() {
  const [chosen, setChosen] = useState<Passage | null>(null);
  useEffect(() => {
    let soon = 0;
    const look = () => {
      cancelAnimationFrame(soon);
      soon = requestAnimationFrame(() => setChosen(chosenPassage()));
    };
    document.addEventListener('selectionchange', look);
    document.addEventListener('scroll', look, true);
    return () => {
      cancelAnimationFrame(soon);
      document.removeEventListener('selectionchange', look);
      document.removeEventListener('scroll', look, true);
    };
  }, []);
  return [chosen, setChosen] as const;
}
