/**
 * What the page itself says about its controls, as `tour.find()`, `tour.found` and `tour.digest()`. Only what lies on
 * top can be used: while a dialog is open, what is in it and in the menus above it.
 */
export const IN_PAGE = String.raw`globalThis.tour = (() => {
  const CONTROLS = 'a[href], button, input:not([type=hidden]), select, textarea, summary, [role=button], [role=link], ' +
    '[role=tab], [role=switch], [role=checkbox], [role=radio], [role=menuitem], [role=option], [role=slider]';
  const ROLES = { A: 'link', BUTTON: 'button', SELECT: 'select', TEXTAREA: 'textbox', SUMMARY: 'disclosure' };
  const INPUTS = { checkbox: 'checkbox', radio: 'radio', file: 'file', submit: 'button', button: 'button' };
  const FLOATING = '[role=menu], [role=listbox]';
  const LAYERS = '[role=dialog], [role=alertdialog], ' + FLOATING;

  const words = (text) => (text ?? '').replace(/\s+/g, ' ').trim();
  const textOf = (ids) => words((ids ?? '').split(' ').map((id) => document.getElementById(id)?.innerText ?? '').join(' '));
  const roleOf = (one) => one.getAttribute('role') ?? ROLES[one.tagName] ?? INPUTS[one.type] ?? 'textbox';
  const nameOf = (one) => [
    one.getAttribute('aria-label'), textOf(one.getAttribute('aria-labelledby')),
    [...(one.labels ?? [])].map((label) => label.innerText).join(' '),
    /^(SELECT|INPUT|TEXTAREA)$/.test(one.tagName) ? '' : one.innerText,
    one.placeholder, one.title, one.querySelector('title, img[alt]')?.textContent, one.name,
  ].map(words).find(Boolean) ?? '';
  const hasSize = (one) => one.getClientRects().length > 0 && one.getBoundingClientRect().width > 0;
  const isVisible = (one) => one.checkVisibility({ visibilityProperty: true }) &&
    (hasSize(one) || [...(one.labels ?? [])].some(hasSize)) && one.closest('[inert], [aria-hidden=true]') === null;
  const layerOf = (one) => {
    const layer = one.closest(LAYERS);
    if (layer === null) return one.closest('main') ? '' : 'frame';
    return layer.getAttribute('role') + ' ' + nameOf({ ...facade(layer) });
  };
  const facade = (layer) => ({
    getAttribute: (name) => layer.getAttribute(name), querySelector: () => null, innerText: '', tagName: '',
  });

  /** A list repeats its controls: one of each kind stands for all. A button's kind is its first word. */
  const kindOf = (one, role, name) => {
    const plain = name.replace(/\d+/g, '#');
    if (role === 'option') return 'option';
    const boxes = one.closest('[role=group], fieldset, ' + LAYERS);
    if (role === 'checkbox' && boxes?.querySelectorAll('[type=checkbox]').length > 3) return nameOf(facade(boxes)) + ' checkbox';
    const item = one.closest('li, tr');
    const repeats = item !== null && item.parentElement.children.length > 3 && one.closest('nav, [role=menu]') === null;
    if (!repeats) return role + ' ' + plain;
    const list = item.closest('ul, ol, table').getAttribute('aria-label') ?? 'list';
    return list + ' ' + role + (/^(button|menuitem)$/.test(role) ? ' ' + plain.split(' ')[0] : '');
  };
  const isChosen = (one) => one.getAttribute('aria-selected') === 'true' || one.getAttribute('aria-pressed') === 'true' ||
    one.hasAttribute('aria-current') || (one.type === 'radio' && one.checked) ||
    (one.tagName === 'A' && one.href === location.href);

  const find = () => {
    const dialogs = [...document.querySelectorAll('[role=dialog], [role=alertdialog]')].filter((one) => one.checkVisibility());
    const top = dialogs.at(-1);
    tour.found = [...document.querySelectorAll(CONTROLS)].filter(
      (one) => isVisible(one) && (!top || top.contains(one) || one.closest(FLOATING) !== null));
    return tour.found.map((one) => {
      const role = roleOf(one);
      const name = nameOf(one);
      const layer = layerOf(one);
      return {
        role, name, layer, kind: kindOf(one, role, name), isChosen: isChosen(one),
        isDisabled: one.matches(':disabled, [aria-disabled=true]'),
        isOnlyChoice: one.tagName === 'SELECT' && one.options.length < 2,
        isSubmit: one.type === 'submit' && one.form !== null,
        inputType: one.type ?? '', href: one.href ?? '',
        isForeign: /^https?:/.test(one.href ?? '') && new URL(one.href).origin !== location.origin,
      };
    });
  };

  /** Changes when anything changes that a person sees or a screen reader says, but not with the clock or a tooltip. */
  const digest = () => {
    let hash = location.href.length;
    const add = (text) => { for (let at = 0; at < text.length; at++) hash = (Math.imul(hash, 31) + text.charCodeAt(at)) | 0; };
    for (const one of document.body.querySelectorAll('*')) {
      if (one.closest('time, [role=tooltip], script, style') || !one.checkVisibility()) continue;
      for (const { name, value } of one.attributes) if (/^(aria-|open$|d$|transform$|href$|src$|type$)/.test(name)) add(name + value);
      if (one.classList?.contains('leaflet-map-pane') || one.closest?.('.leaflet-pane')) add(one.getAttribute('style') ?? '');
      if ('value' in one) add(String(one.value) + String(one.checked));
      for (const node of one.childNodes) if (node.nodeType === 3) add(node.data);
    }
    return hash;
  };
  const say = (what) => (tour.said = what);
  window.print = () => say('prints');
  if (navigator.clipboard) navigator.clipboard.writeText = async () => say('copies');
  return { find, digest, found: [], said: '' };
})();`;
