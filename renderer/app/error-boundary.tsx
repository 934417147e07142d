import { Component, type ReactNode } from 'react';
import { languageOf } from '#core/ipc/language';
import { stringsOf } from '../strings/use-strings';
import { Panel } from './panel';

/** Catches what no other part expected, once, and shows a panel that needs nothing else to work. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    const { app } = stringsOf(languageOf(navigator.languages));
    return (
      <Panel
        title="Zhupi"
        advice={app.closed}
        action={{
          name: app.reload,
          run: () => {
            location.reload();
          },
        }}
      />
    );
  }
}
