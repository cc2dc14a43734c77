import type { Connector } from './connector.js';

/** The connectors that this installation knows, by channel code. */
export class ConnectorRegistry {
  private readonly byCode: ReadonlyMap<string, Connector>;

  constructor(connectors: readonly Connector[]) {
    this.byCode = new Map(connectors.map((connector) => [connector.descriptor.code, connector]));
    if (this.byCode.size !== connectors.length) throw new Error('Two connectors have the same code');
  }

  all(): readonly Connector[] {
    return [...this.byCode.values()];
  }

  /** @throws Error naming the code when no such channel is installed. */
  get(code: string): Connector {
    const connector = this.byCode.get(code);
    if (!connector) throw new Error(`No connector for channel "${code}" is installed`);
    return connector;
  }

  has(code: string): boolean {
    return this.byCode.has(code);
  }
}
