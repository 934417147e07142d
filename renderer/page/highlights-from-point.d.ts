/** CSS Custom Highlight API Level 1, `highlightsFromPoint`: in Chromium, not yet in TypeScript's library. */
interface HighlightHitResult {
  readonly highlight: Highlight;
  readonly ranges: readonly AbstractRange[];
}

interface HighlightRegistry {
  highlightsFromPoint(x: number, y: number): HighlightHitResult[];
}
