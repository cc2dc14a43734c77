/**
 * Another channel of the same platform, whose people and conversations a connection can go on with: a number that
 * moves from one way of connecting to another. Both say what this channel calls what the other called so; `null`:
 * this channel cannot reach it, and it stays where it is. Pure.
 */
export interface Succession {
  /** Code of the other channel. */
  readonly channel: string;
  identity(externalId: string): string | null;
  conversation(externalId: string): string | null;
}
