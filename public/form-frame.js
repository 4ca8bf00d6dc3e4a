// Within the page of a request form: shows fields by their conditions, and tells the page around how high it is.
(() => {
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
  const first = document.querySelector('[aria-invalid="true"]') ?? document.getElementById('trouble');
  if (first) first.focus();
  if (window.parent !== window) {
    const tell = () => window.parent.postMessage({ kalauzForm: Math.ceil(document.body.scrollHeight) }, '*');
    new ResizeObserver(tell).observe(document.body);
    tell();
  }
})();
