import type { ElementHandle, Page } from 'playwright-core';

export interface Control {
  readonly role: string;
  readonly name: string;
  /** The dialog or menu it lies in; `frame` around every page; empty on the page itself. */
  readonly layer: string;
  /** The same for those that a list repeats. */
  readonly kind: string;
  readonly isChosen: boolean;
  readonly isDisabled: boolean;
  /** A list with a single entry. */
  readonly isOnlyChoice: boolean;
  readonly isSubmit: boolean;
  /** Of an input; empty otherwise. */
  readonly inputType: string;
  /** A link to another site. */
  readonly isForeign: boolean;
  /** Of a link; empty otherwise. */
  readonly href: string;
}

export const keyOf = ({ layer, kind }: Control): string => `${layer}|${kind}`;

/** What can be used on the page as it is, in the page's order. */
export async function findControls(page: Page): Promise<readonly Control[]> {
  return (await page.evaluate('tour.find()')) as readonly Control[];
}

/** The first control of this kind that can be used; null where there is none now. */
export async function findAgain(
  page: Page,
  wanted: Control,
): Promise<{ readonly control: Control; readonly element: ElementHandle } | null> {
  const controls = await findControls(page);
  const same = controls.filter((control) => keyOf(control) === keyOf(wanted));
  const control = same.find(({ isDisabled, isChosen }) => !isDisabled && !isChosen) ?? same[0];
  if (!control) return null;
  const handle = await page.evaluateHandle(`tour.found[${controls.indexOf(control)}]`);
  const element = handle.asElement();
  return element && { control, element };
}

/** Why a control rightly does nothing now, or is not pressed; null: it is to be used. */
export function fairReason({ isDisabled, isChosen, isForeign, isOnlyChoice, href }: Control): string | null {
  if (isDisabled) return 'disabled';
  // Other programs open these: a browser without a screen waits for them for ever.
  if (/^(?!https?:)[a-z]+:/.test(href)) return `leads to ${href.split(':')[0]}:`;
  if (isForeign) return 'leads to another site';
  if (isOnlyChoice) return 'nothing else to choose';
  if (isChosen) return 'already chosen';
  return null;
}
