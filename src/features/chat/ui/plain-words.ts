/** The words of ready HTML as a person would type them: paragraphs and breaks are new lines. */
export function plainWords(html: string): string {
  const lined = html
    .replace(/<br\s*\/?>/gi, '\n')
    .replace(/<li[^>]*>/gi, '– ')
    .replace(/<\/(?:p|div|h[1-6]|blockquote)>/gi, '\n\n')
    .replace(/<\/(?:li|ul|ol)>/gi, '\n');
  const text = new DOMParser().parseFromString(lined, 'text/html').body.textContent ?? '';
  return text.replace(/\n{3,}/g, '\n\n').trim();
}
