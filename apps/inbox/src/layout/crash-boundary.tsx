import { Component, type ReactNode } from 'react';
import { i18n } from '../locales/i18n.js';
import { takeNewVersion } from '../shell/new-version.js';
import { BlankState } from './blank-state.js';

/** Keeps a mistake in one page from leaving an empty window. */
export class CrashBoundary extends Component<{ children: ReactNode }, { hasCrashed: boolean }> {
  override state = { hasCrashed: false };

  static getDerivedStateFromError(): { hasCrashed: boolean } {
    return { hasCrashed: true };
  }

  override render(): ReactNode {
    if (!this.state.hasCrashed) return this.props.children;
    return (
      <div role="alert">
        <BlankState icon="alert" title={i18n.t('app.crashed')}>
          <button type="button" onClick={takeNewVersion}>
            {i18n.t('app.reload')}
          </button>
        </BlankState>
      </div>
    );
  }
}
