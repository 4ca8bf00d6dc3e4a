/** Forms are sent once however often the button is pressed, say at once that files are too large, and lead to what is wrong. */
export function helpForms(root: ParentNode): void {
  for (const form of root.querySelectorAll('form')) {
    form.addEventListener('submit', (event) => {
      if (form.dataset['sent'] === 'yes' || !fits(form)) {
        event.preventDefault();
        return;
      }
      if (form.method !== 'post') return;
      form.dataset['sent'] = 'yes';
      markBusy(form, true);
    });
  }
  // Whoever comes back by the browser's own way may send again.
  window.addEventListener('pageshow', () => {
    for (const form of document.querySelectorAll('form')) {
      delete form.dataset['sent'];
      markBusy(form, false);
    }
  });
  const first =
    root.querySelector<HTMLElement>('[aria-invalid="true"]') ?? root.querySelector('[data-focus]');
  first?.focus();
}

function markBusy(form: HTMLFormElement, busy: boolean): void {
  for (const button of form.querySelectorAll('button[type=submit]')) {
    if (busy) button.setAttribute('aria-busy', 'true');
    else button.removeAttribute('aria-busy');
  }
}

/** False when the files of this form are together larger than may be sent; says so beside them. */
function fits(form: HTMLFormElement): boolean {
  for (const input of form.querySelectorAll<HTMLInputElement>('input[type=file][data-most]')) {
    const size = [...(input.files ?? [])].reduce((sum, file) => sum + file.size, 0);
    const tooLarge = size > Number(input.dataset['most']);
    const words = document.getElementById(input.dataset['tooLarge'] ?? '');
    if (words) words.hidden = !tooLarge;
    input.toggleAttribute('aria-invalid', false);
    if (tooLarge) input.setAttribute('aria-invalid', 'true');
    if (!tooLarge) continue;
    input.focus();
    return false;
  }
  return true;
}
