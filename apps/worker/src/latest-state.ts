/** Saves the latest of the states that it is shown, one at a time, in order. */
export class LatestState<State> {
  private unsaved: { readonly state: State } | null = null;
  private saving: Promise<void> | null = null;

  constructor(
    private readonly save: (state: State) => Promise<void>,
    private readonly onFailure: (error: unknown) => void,
  ) {}

  show(state: State): void {
    this.unsaved = { state };
    void this.settle();
  }

  /** Resolves when the latest is saved, or could not be: then it is tried with the next call. Never rejects. */
  settle(): Promise<void> {
    this.saving ??= this.saveAll().finally(() => (this.saving = null));
    return this.saving;
  }

  private async saveAll(): Promise<void> {
    while (this.unsaved) {
      const current = this.unsaved;
      try {
        await this.save(current.state);
      } catch (error) {
        return this.onFailure(error);
      }
      if (this.unsaved === current) this.unsaved = null;
    }
  }
}
