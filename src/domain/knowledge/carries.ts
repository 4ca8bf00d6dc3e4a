/** An article as far as it can be known again in a message. */
type Known = Readonly<{ slug: string; text: string }>;
type Message = Readonly<{ html: string; text: string }>;

/** Shorter lines, such as "Note", stand in many texts. */
const TELLING = 12;
const LEAST_PART = 1 / 3;

/**
 * True for a message that links to an article, or that still says a third of its telling lines word for word: whoever inserted
 * it may have cut or changed it since.
 */
export function carriesArticle(message: Message, { slug, text }: Known): boolean {
  if (linksTo(message.html, slug)) return true;
  const said = flat(message.text);
  const lines = text.split('\n').map(flat);
  const telling = lines.filter((line) => line.length >= TELLING);
  const asked = telling.length > 0 ? telling : lines.filter((line) => line !== '');
  const found = asked.filter((line) => said.includes(line));
  return asked.length > 0 && found.length / asked.length >= LEAST_PART;
}

const linksTo = (html: string, slug: string) =>
  [...html.matchAll(/href="[^"]*\/articles\/([^"/?#]+)/g)].some(([, found]) => found === slug);

const flat = (text: string) => text.replace(/\s+/g, ' ').trim();
