// Puts a request form into a page: <script async src="https://help.example/form.js" data-form="form_…"></script>.
// The form stands where the script stands, in a sandboxed frame that grows with it. Stores nothing, reads nothing.
(() => {
  const script = document.currentScript ?? document.querySelector('script[data-form][src*="form.js"]');
  if (!script) return;
  const home = new URL(script.src).origin;
  const { form, language, title } = script.dataset;
  const frame = document.createElement('iframe');
  const address = new URL(`/form/${encodeURIComponent(form)}`, home);
  address.searchParams.set('embedded', '1');
  address.searchParams.set('language', language || document.documentElement.lang || '');
  address.searchParams.set('page', location.origin + location.pathname);
  for (const [name, value] of Object.entries(script.dataset)) {
    if (name.startsWith('field')) address.searchParams.set(name.slice(5).toLowerCase(), value);
  }
  frame.src = address.href;
  frame.title = title || 'Form';
  frame.loading = 'lazy';
  frame.setAttribute('sandbox', 'allow-forms allow-scripts allow-popups allow-popups-to-escape-sandbox');
  frame.width = '100%';
  frame.height = '640';
  frame.style.border = '0';
  addEventListener('message', ({ source, data }) => {
    if (source !== frame.contentWindow || typeof data?.kalauzForm !== 'number') return;
    frame.height = String(Math.min(Math.max(data.kalauzForm, 120), 6000));
  });
  script.after(frame);
})();
