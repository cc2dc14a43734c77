/** What the application gives to learn with. */
export interface LearningSources {
  /** The model that ships, as a file; read when first asked for. */
  shippedModel(): Uint8Array;
  /** Folder of the corpus, one JSON Lines file per theme. */
  readonly corpusFolder: string;
  /** IANA zone of the training hour and of weeks. */
  readonly timeZone: string;
}
export const LEARNING_SOURCES = Symbol('LearningSources');
