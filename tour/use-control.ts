import type { ElementHandle, Page } from 'playwright-core';
import type { Control } from './find-controls.js';

const VALUES: Readonly<Record<string, string>> = {
  email: 'warga@example.go.id',
  url: 'https://example.go.id/kabar',
  tel: '081200000000',
  date: '2026-08-17',
  time: '08:00',
  number: '7',
  password: 'kopi hitam tanpa gula',
};
const WORDS = 'Jalan rusak';
/** How long one click may take, in milliseconds. */
const CLICK_MS = 5_000;

/** Uses a control as a hand would: types into fields, ticks boxes, chooses another entry, presses everything else. */
export async function useControl(page: Page, control: Control, element: ElementHandle): Promise<void> {
  await element.scrollIntoViewIfNeeded({ timeout: CLICK_MS }).catch(() => undefined);
  if (isField(control) && (await isEditable(element))) return type(element, control);
  if (control.role === 'select') return choose(element);
  if (control.isSubmit) await fillRequired(element);
  await press(page, element);
}

export const isField = ({ role, inputType }: Control): boolean =>
  /^(textbox|searchbox|spinbutton|combobox)$/.test(role) || /^(text|search|number)$/.test(inputType);

const isEditable = async (element: ElementHandle): Promise<boolean> =>
  element.evaluate((one: unknown) => {
    const { readOnly } = one as { readOnly: boolean };
    return !readOnly;
  });

async function type(element: ElementHandle, { inputType }: Control): Promise<void> {
  const before = await element.inputValue();
  const value = VALUES[inputType] ?? WORDS;
  await element.click({ timeout: CLICK_MS });
  await element.fill(before === value ? `${value}1`.replace('2026-08-171', '2026-08-18') : value);
}

async function choose(element: ElementHandle): Promise<void> {
  const { now, count } = (await element.evaluate((one: unknown) => {
    const { selectedIndex, options } = one as { selectedIndex: number; options: { length: number } };
    return { now: selectedIndex, count: options.length };
  })) as { now: number; count: number };
  await element.selectOption({ index: (now + 1) % count });
}

/** A form that lacks something is not sent: what is missing is filled in first. */
async function fillRequired(button: ElementHandle): Promise<void> {
  const form = (await button.evaluateHandle((one: unknown) => (one as { form: unknown }).form)).asElement();
  for (const field of (await form?.$$('input:invalid, textarea:invalid, select:invalid')) ?? []) {
    const kind = (await field.evaluate((one: unknown) => (one as { type: string }).type)) as string;
    if (/^(checkbox|radio|file)$/.test(kind)) continue;
    if (kind === 'select-one') await choose(field);
    else await field.fill(VALUES[kind] ?? WORDS).catch(() => undefined);
  }
}

/** A link that shows itself to the keyboard alone. */
async function isOutside(element: ElementHandle): Promise<boolean> {
  const box = await element.boundingBox();
  return box !== null && (box.x + box.width <= 0 || box.y + box.height <= 0);
}

/** The label lies above a box that is drawn. */
async function press(page: Page, element: ElementHandle): Promise<void> {
  const target = (
    await element.evaluateHandle((one: unknown) => {
      const { type: kind, labels } = one as { type?: string; labels?: readonly unknown[] };
      return /^(checkbox|radio)$/.test(kind ?? '') ? (labels?.[0] ?? one) : one;
    })
  ).asElement();
  if (await isOutside(element)) await element.press('Enter');
  else await (target ?? element).click({ timeout: CLICK_MS });
  await page.mouse.move(0, 0);
}
