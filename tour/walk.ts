import type { Page } from 'playwright-core';
import { fairReason, findAgain, findControls, keyOf, type Control } from './find-controls.js';
import type { Observer } from './observe.js';
import type { Screen } from './screens.js';
import { isField, useControl } from './use-control.js';
import { settled } from './visit.js';
import { GUIDE, type World } from './world.js';

export interface Used {
  readonly screen: string;
  readonly control: Control;
  /** Null: it did nothing. */
  readonly effect: string | null;
}
interface Step {
  readonly control: Control;
  /** What must be used before, so that it is there. */
  readonly path: readonly Control[];
}

/** Using another control took it away for good. */
export const GONE = 'not there any more';
const PATIENCE_MS = 1_500;
const DEEPEST = 5;
/** These end what the others need: the sample data, the language, the session (in the menu of the person’s name). */
const ENDS = new RegExp(`^(Hapus data contoh|English|Indonesia|Keluar|${GUIDE.name}.*)$`);

export class Walk {
  private steps: Step[] = [];
  private world: World;

  /** @param known keys of what was used elsewhere; those around every page are used once in all */
  constructor(
    private readonly page: Page,
    private readonly observer: Observer,
    private readonly screen: Screen,
    world: World,
    private readonly known: Set<string>,
    /** Only what ends something, and what that opens. */
    private readonly isLast = false,
  ) {
    this.world = world;
  }

  /** Uses every control of the screen, and of what these open, once. */
  async *all(): AsyncGenerator<Used> {
    await this.open();
    yield* this.note([]);
    for (let step = this.steps.shift(); step; step = this.steps.shift()) {
      const { control, effect } = await this.take(step);
      yield { screen: this.screen.name, control, effect };
      if (effect === null || step.path.length >= DEEPEST) continue;
      if (placeOf(this.page) === this.place) yield* this.note([...step.path, control]);
    }
  }

  private place = '';

  private async open(): Promise<void> {
    // What was done to one report must not stand in the way of the next control.
    const [first, ...others] = this.world.reportIds;
    if (first) this.world = { ...this.world, reportIds: [...others, first] };
    await this.screen.open(this.page, this.world);
    this.place = placeOf(this.page);
  }

  /** Puts what is new on the page before everything that waits: fields first, then what sends them. */
  private async *note(path: readonly Control[]): AsyncGenerator<Used> {
    const steps: Step[] = [];
    for (const control of await findControls(this.page)) {
      const isEverywhere = control.layer !== '' && [...path, control].some(({ layer }) => layer === 'frame');
      const kind = isEverywhere ? keyOf(control) : `${this.screen.name} ${keyOf(control)}`;
      const reason = fairReason(control);
      // What is disabled now may be used later.
      const key = reason === null ? kind : `${kind} ${reason}`;
      const mayUse = path.length > 0 && this.isLast ? true : ENDS.test(control.name) === this.isLast;
      if (!mayUse || this.known.has(kind) || this.known.has(key)) continue;
      this.known.add(key);
      if (reason === null) steps.push({ control, path });
      else yield { screen: this.screen.name, control, effect: reason };
    }
    const rank = ({ control }: Step): number => (isField(control) ? 0 : control.isSubmit ? 1 : 2);
    this.steps.unshift(...(path.length > 0 ? steps.sort((a, b) => rank(a) - rank(b)) : steps));
  }

  private async take(step: Step): Promise<{ control: Control; effect: string | null }> {
    for (const anew of [false, true]) {
      const used = (await this.reach(step, anew)) && (await this.use(step.control));
      if (used && (used.effect !== null || anew)) return used;
    }
    return { control: step.control, effect: GONE };
  }

  /** Goes to where the control is: closes what lies above it, or begins anew and goes the whole way. */
  private async reach({ control, path }: Step, anew: boolean): Promise<boolean> {
    const isHere = async () =>
      placeOf(this.page) === this.place && (await findAgain(this.page, control)) !== null;
    if (!anew) {
      if (await isHere()) return true;
      await this.page.keyboard.press('Escape');
      await settled(this.page);
      if (await isHere()) return true;
    }
    await this.open();
    for (const one of path) {
      const found = await findAgain(this.page, one);
      if (!found) return false;
      await useControl(this.page, found.control, found.element).catch(() => undefined);
      await settled(this.page);
    }
    return isHere();
  }

  /** @returns null where it is not there */
  private async use(wanted: Control): Promise<{ control: Control; effect: string | null } | null> {
    const found = await findAgain(this.page, wanted);
    if (!found) return null;
    const { control, element } = found;
    await this.observer.mark();
    await useControl(this.page, control, element).catch(() => undefined);
    return { control, effect: await this.observer.effect(PATIENCE_MS) };
  }
}

/** Filters stand behind the path: they do not lead away. */
const placeOf = (page: Page): string => new URL(page.url()).pathname.replace(/\/$/, '');
