/** Longer than this is more than thanks. */
const LONGEST = 160;

/** What may stand around a bare "thank you", in English, Hungarian and Latvian, without accents. */
const SMALL_TALK = new Set(
  `thank thanks thankyou thx ty many much very so really a lot i s m you for your the kind quick fast reply answer
  response help support it is all works now working perfect perfectly great super ok okay cool excellent awesome again
  everything fine good cheers best regards kindly warm have nice lovely day weekend dear hi hello team everyone and
  koszonom koszonjuk koszi kosz koszonettel nagyon szepen halas halasan a az segitseget segitsegeteket segitseguket
  segitsegedet es is gyors valaszt valaszat valaszukat valaszodat igy mar most rendben van minden jo szuper tokeletes
  mukodik megoldodott udv udvozlettel tisztelettel szep napot hetveget kivanok kedves ismet meg egyszer mindent
  mindenkinek onoknek neked
  paldies liels loti un jums tev par atbildi palidzibu atro visu viss kartiba labi lieliski superigi tagad strada ir
  ar cienu jauku dienu nedelas nogali velreiz vel reizi sveiki labdien`.split(/\s+/),
);

const THANKS = /\b(thank|thanks|thankyou|thx|cheers|koszonom|koszonjuk|koszi|kosz|koszonettel|paldies)\b/;

/**
 * True for a message that only says thank you: such a message does not reopen a solved ticket (domain.md "Ticket life").
 * Cautious, since a wrong yes leaves a customer without an answer: no question, no figure, and every word small talk or
 * part of `senderName`.
 */
export function isOnlyThanks(visibleText: string, senderName: string): boolean {
  const text = visibleText.trim();
  if (text.length > LONGEST || /[?\d]/.test(text)) return false;
  const plain = withoutAccents(text);
  const names = wordsOf(withoutAccents(senderName));
  return THANKS.test(plain) && wordsOf(plain).every((word) => SMALL_TALK.has(word) || names.includes(word));
}

const withoutAccents = (text: string) => text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');

const wordsOf = (text: string): readonly string[] => text.match(/\p{L}+/gu) ?? [];
