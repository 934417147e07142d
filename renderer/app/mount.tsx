import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App, type AppProps } from './app';
import { ErrorBoundary } from './error-boundary';

interface Mounting extends AppProps {
  /** Hears of what the page caught itself. */
  readonly onCaught: (error: unknown) => void;
}

/** Draws the page. */
export function mount(root: HTMLElement, { onCaught, ...app }: Mounting): void {
  createRoot(root, { onCaughtError: onCaught }).render(
    <StrictMode>
      <ErrorBoundary>
        <App {...app} />
      </ErrorBoundary>
    </StrictMode>,
  );
}
