// Within the page of a request form: shows fields by their conditions, offers articles that may answer what is typed, and
// tells the page around how high it is.
(() => {
  const LEAST = 3;
  const WAIT_MS = 350;
  const suggest = (place) => {
    const input = place.closest('.item').querySelector('input, textarea');
    const [status, heading] = place.querySelectorAll('p');
    const list = place.querySelector('ul');
    const visit = document.querySelector('[name=visit]');
    let timer;
    let asked = new AbortController();
    const draw = (articles) => {
      const rows = articles.map(({ title, excerpt, url }) => {
        const row = document.createElement('li');
        const link = Object.assign(document.createElement('a'), { href: url, target: '_blank', rel: 'noopener', textContent: title });
        const about = Object.assign(document.createElement('span'), { textContent: excerpt });
        row.append(link, about);
        return row;
      });
      list.replaceChildren(...rows);
      list.hidden = heading.hidden = rows.length === 0;
      status.textContent = rows.length > 0 ? status.dataset.found.replace('{count}', String(rows.length)) : '';
    };
    const find = async (words, signal) => {
      const query = new URLSearchParams({ q: words, visit: visit.value });
      // In a frame of the help centre itself its cookie goes along: what is typed here belongs to the same visit.
      const answer = await fetch(`${place.dataset.answers}&${query}`, { signal, credentials: 'same-origin' });
      if (!answer.ok) return;
      const found = await answer.json();
      if (found.visit) visit.value = found.visit;
      draw(found.articles);
    };
    input.addEventListener('input', () => {
      clearTimeout(timer);
      asked.abort();
      asked = new AbortController();
      const words = input.value.trim();
      if (words.length < LEAST) return draw([]);
      // The last words say best what somebody is about to ask.
      timer = setTimeout(() => find(words.slice(-200), asked.signal).catch(() => undefined), WAIT_MS);
    });
  };
  const form = document.querySelector('form');
  const values = () => {
    const found = { type: [form.dataset.type] };
    for (const item of form.querySelectorAll('[data-field]')) {
      const boxes = [...item.querySelectorAll('input[type=checkbox]')];
      const checked = boxes.filter((box) => box.checked).map((box) => box.value);
      const alone = boxes.length === 1 && !item.querySelector('fieldset');
      const control = item.querySelector('input, select, textarea');
      found[item.dataset.field] = item.hidden ? [] : boxes.length === 0 ? [control.value] : alone ? [String(boxes[0].checked)] : checked;
    }
    return found;
  };
  const settle = () => {
    const items = [...form.querySelectorAll('[data-when]')];
    // Each turn may show or hide what others hang on.
    for (let turn = 0; turn <= items.length; turn++) {
      const now = values();
      let changed = false;
      for (const item of items) {
        const shown = JSON.parse(item.dataset.when).every(({ field, anyOf }) =>
          (now[field] ?? []).some((value) => anyOf.includes(value)),
        );
        if (item.hidden === shown) changed = true;
        item.hidden = !shown;
      }
      if (!changed) break;
    }
  };
  if (form) {
    form.addEventListener('input', settle);
    form.addEventListener('change', settle);
    settle();
    const page = form.querySelector('[name=page]');
    if (page && !page.value && window.parent === window) page.value = document.referrer;
  }
  const answers = document.querySelector('[data-answers]');
  if (answers) suggest(answers);
  const first = document.querySelector('[aria-invalid="true"]') ?? document.getElementById('trouble');
  if (first) first.focus();
  if (window.parent !== window) {
    const tell = () => window.parent.postMessage({ kalauzForm: Math.ceil(document.body.scrollHeight) }, '*');
    new ResizeObserver(tell).observe(document.body);
    tell();
  }
})();
